import { join } from 'node:path';
import { z } from 'zod';
import type { Example } from '../nlu/classifier/classifier.ts';
import type { SignalData } from '../nlu/signals/two-step-reader.ts';
import { readYamlFile } from './yaml-file.ts';

const signalFile = z.strictObject({
  /** Label → intents whose examples tell the same. */
  fromIntents: z.record(z.string(), z.array(z.string())).default({}),
  /** Intents whose examples tell something of the kind, of whatever label. */
  alike: z.array(z.string()).default([]),
  /** Intents and topics whose examples may tell it or not: none is learned from. */
  undecided: z.array(z.string()).default([]),
  /** Of the examples of all other business every so many is learned from. */
  ordinaryStep: z.int().positive(),
  weight: z.strictObject({ told: z.int().positive(), none: z.int().positive() }),
  meanings: z.record(z.string(), z.string()),
  examples: z.record(z.string(), z.string()),
});

export type LearnedSignal = 'scam' | 'grievance';

/**
 * `<folder>/signals/<signal>.yaml`, with lines from the topics.
 * @param others the examples of topics and small talk, in their order
 */
export function readSignalData(
  folder: string,
  signal: LearnedSignal,
  others: readonly Example[],
): SignalData {
  const { value: file } = readYamlFile(join(folder, 'signals', `${signal}.yaml`), signalFile);
  const labels = new Map(
    Object.entries(file.fromIntents).flatMap(([label, intents]) =>
      intents.map((intent) => [intent, label] as const),
    ),
  );
  const own = Object.entries(file.examples).flatMap(([label, lines]) =>
    linesOf(lines).map((text) => ({ text, label })),
  );
  const borrowed = others.flatMap(({ text, intent }) => {
    const label = labels.get(intent);
    return label === undefined ? [] : [{ text, label }];
  });
  const skipped = new Set([...labels.keys(), ...file.alike, ...file.undecided]);
  const isOrdinary = ({ intent, topic }: Example) => !skipped.has(intent) && !skipped.has(topic);
  return {
    meanings: Object.fromEntries(
      Object.entries(file.meanings).map(([name, phrases]) => [
        name,
        phrases.split(',').map((each) => each.trim()),
      ]),
    ),
    examples: [...own, ...borrowed],
    weight: file.weight,
    alike: others.filter(({ intent }) => file.alike.includes(intent)).map(({ text }) => text),
    ordinary: others
      .filter(isOrdinary)
      .filter((_, at) => at % file.ordinaryStep === 0)
      .map(({ text }) => text),
  };
}

function linesOf(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

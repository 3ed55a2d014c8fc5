import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../nlu/classifier/classifier.ts';
import { createRandom } from '../nlu/heads/random.ts';
import { type SignalName, signalNames } from '../nlu/signals/learned-signal.ts';
import type { SignalLessons } from '../nlu/signals/signal-examples.ts';
import { foldText } from '../nlu/text/fold-text.ts';
import { signalFile } from './schema/signals.ts';
import { readYamlFile } from './yaml-file.ts';

const none = 'none';
const timesFilled = 12;

/**
 * What a locale teaches about the signals in `<folder>/signals/`, with ordinary messages as negative examples. Each
 * example is learned with and without its diacritics.
 */
export function readSignalLessons(
  folder: string,
  ordinary: readonly Example[],
): Partial<Record<SignalName, SignalLessons>> | undefined {
  const present = signalNames.filter((name) => existsSync(fileOf(folder, name)));
  if (present.length === 0) return undefined;
  const usual = ordinary.map(({ text }) => text);
  return Object.fromEntries(present.map((name) => [name, readLessons(fileOf(folder, name), usual)]));
}

function fileOf(folder: string, name: SignalName): string {
  return join(folder, 'signals', `${name}.yaml`);
}

function readLessons(file: string, ordinary: readonly string[]): SignalLessons {
  const { meanings: lines, telling, examples, patterns } = readYamlFile(file, signalFile).value;
  const meanings = Object.fromEntries(
    Object.entries(lines).map(([name, phrases]) => [name, phrases.split(',').map((one) => one.trim())]),
  );
  const cues = Object.fromEntries(Object.entries(meanings).filter(([name]) => telling.includes(name)));
  const own = [...labelled(examples), ...fillPatterns(labelled(patterns), meanings)].flatMap(
    ({ text, label }) => [...new Set([text, foldText(text)])].map((one) => ({ text: one, label })),
  );
  return {
    meanings,
    cues,
    examples: own.map(({ text, label }) => ({ text, kind: label === none ? undefined : label })),
    ordinary,
  };
}

type Labelled = { text: string; label: string };

function labelled(byLabel: Readonly<Record<string, readonly string[]>>): Labelled[] {
  return Object.entries(byLabel).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
}

/** Fills the gaps of each pattern with phrases, a fixed number of times and always with the same ones. */
function fillPatterns(patterns: readonly Labelled[], meanings: SignalLessons['meanings']): Labelled[] {
  const random = createRandom(1);
  const fill = (gap: string, name: string) => {
    const phrases = meanings[name] ?? [];
    return phrases[Math.floor(random() * phrases.length)] ?? gap;
  };
  return patterns.flatMap(({ text, label }) =>
    Array.from({ length: timesFilled }, () => ({ text: text.replace(/\{([^}]+)\}/g, fill), label })),
  );
}

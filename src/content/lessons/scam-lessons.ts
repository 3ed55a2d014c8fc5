import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../nlu/classifier/classifier.ts';
import { type ScamExample, type ScamLessons, scamStages } from '../../nlu/scam/scam.ts';
import { readMeanings } from '../read-meanings.ts';
import { scamAnswers } from '../scam-answers.ts';
import { scamExamples } from '../schema/scams.ts';
import { readYamlFile } from '../yaml-file.ts';

/**
 * What a locale teaches about scams: the examples in `<folder>/scams/`, those of the answers to each stage, and every
 * message about another topic as none. Undefined for an office without them.
 */
export function readScamLessons(folder: string, ordinary: readonly Example[]): ScamLessons | undefined {
  const own = join(folder, 'scams');
  if (!existsSync(own)) return undefined;
  const { examples } = readYamlFile(join(own, 'examples.yaml'), scamExamples).value;
  const answered = scamStages.flatMap((stage): ScamExample[] =>
    ordinary
      .filter(({ intent }) => intent === scamAnswers[stage])
      .map(({ text }) => ({ text, label: stage })),
  );
  const topics = new Set(
    ordinary.filter(({ intent }) => Object.values(scamAnswers).includes(intent)).map(({ topic }) => topic),
  );
  const others = ordinary.filter(({ topic }) => !topics.has(topic));
  const all = [
    ...Object.entries(examples).flatMap(([label, texts]) =>
      texts.map((text) => ({ text, label: label as ScamExample['label'] })),
    ),
    ...answered,
    ...others.map(({ text }) => ({ text, label: 'none' as const })),
  ];
  return {
    examples: [...new Map(all.map((one) => [one.text, one])).values()],
    meanings: readMeanings(join(own, 'meanings.yaml')),
  };
}

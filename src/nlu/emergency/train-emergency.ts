import type { EmergencyLessons } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { everydayPhrases } from './everyday-phrases.ts';
import { buildFeatureTable, toRows } from './feature-table.ts';
import { featuresOf } from './features.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readWords } from './read-words.ts';
import { trainKinds } from './train-kinds.ts';

/** Trains the emergency model: about 9 s for 50,000 examples. Deterministic. */
export function trainEmergency({ examples, meanings, cues }: EmergencyLessons): EmergencyModel {
  const texts = examples.map(({ text }) => readWords(text));
  const onlyMarked = everydayPhrases([meanings, cues], texts);
  const findMeanings = createPhraseFinder(meanings, new Set(onlyMarked));
  const features = texts.map((words) => featuresOf({ words, meanings: findMeanings(words) }));
  const table = buildFeatureTable(features);
  const kinds = [...new Set(examples.flatMap(({ kind }) => kind ?? []))];
  const numbers = new Map(kinds.map((kind, at) => [kind, at + 1]));
  const labelled = examples.map(({ kind = '' }, at) => ({
    rows: toRows(table, features[at] as ReadonlySet<number>),
    label: numbers.get(kind) ?? 0,
  }));
  const weights = trainKinds(labelled, { labelCount: kinds.length + 1, rowCount: table.count });
  return { meanings, cues, onlyMarked, kinds, table, weights };
}

import { everydayPhrases } from '../emergency/everyday-phrases.ts';
import { buildFeatureTable, toRows } from '../emergency/feature-table.ts';
import { createPhraseFinder } from '../emergency/phrase-finder.ts';
import { trainKinds } from '../emergency/train-kinds.ts';
import { type ScamLessons, scamLabels } from './scam.ts';
import { readScamWords, scamFeaturesOf } from './scam-features.ts';
import type { ScamModel } from './scam-model.ts';

/** Trains the model of scams: about 6 s for 45,000 examples. Deterministic. */
export function trainScam({ examples, meanings }: ScamLessons): ScamModel {
  const texts = examples.map(({ text }) => readScamWords(text));
  const onlyMarked = everydayPhrases([meanings], texts);
  const findMeanings = createPhraseFinder(meanings, new Set(onlyMarked));
  const features = texts.map((words) => scamFeaturesOf(words, findMeanings));
  const table = buildFeatureTable(features);
  const labelled = examples.map(({ label }, at) => ({
    rows: toRows(table, features[at] as Set<number>),
    label: scamLabels.indexOf(label),
  }));
  return {
    meanings,
    onlyMarked,
    table,
    weights: trainKinds(labelled, { labelCount: scamLabels.length, rowCount: table.count }),
  };
}

import { everydayPhrases } from '../emergency/everyday-phrases.ts';
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
  const labelled = texts.map((words, at) => ({
    features: scamFeaturesOf(words, findMeanings),
    label: scamLabels.indexOf(examples[at]?.label ?? 'none'),
  }));
  return { meanings, onlyMarked, head: trainKinds(labelled, scamLabels.length) };
}

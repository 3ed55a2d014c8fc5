import type { EmergencyLessons } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { everydayPhrases } from './everyday-phrases.ts';
import { featuresOf } from './features.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readWords } from './read-words.ts';
import { trainKinds } from './train-kinds.ts';

/** Trains the emergency model: about 9 s for 50,000 examples. Deterministic. */
export function trainEmergency({ examples, meanings, cues }: EmergencyLessons): EmergencyModel {
  const texts = examples.map(({ text }) => readWords(text));
  const onlyMarked = everydayPhrases([meanings, cues], texts);
  const findMeanings = createPhraseFinder(meanings, new Set(onlyMarked));
  const kinds = [...new Set(examples.flatMap(({ kind }) => kind ?? []))];
  const numbers = new Map(kinds.map((kind, at) => [kind, at + 1]));
  const labelled = texts.map((words, at) => ({
    features: featuresOf({ words, meanings: findMeanings(words) }),
    label: numbers.get(examples[at]?.kind ?? '') ?? 0,
  }));
  return { meanings, cues, onlyMarked, kinds, head: trainKinds(labelled, kinds.length + 1) };
}

import type { Example, TrainingData } from '../../src/nlu/classifier/classifier.ts';
import { createRandom, shuffle } from '../../src/nlu/heads/random.ts';

/** One split of the examples into training and test data. */
export interface Fold {
  training: TrainingData;
  heldOut: Example[];
}

/** Splits the examples of every intent evenly into `count` folds; deterministic. */
export function createFolds(data: TrainingData, count: number): Fold[] {
  const random = createRandom(7);
  const intents = [...new Set(data.examples.map(({ intent }) => intent))];
  const foldOf = new Map<Example, number>();
  let next = 0;
  for (const wanted of intents) {
    const order = data.examples.filter(({ intent }) => intent === wanted);
    shuffle(order, random);
    for (const example of order) foldOf.set(example, next++ % count);
  }
  return Array.from({ length: count }, (_, fold) => ({
    training: { ...data, examples: data.examples.filter((example) => foldOf.get(example) !== fold) },
    heldOut: data.examples.filter((example) => foldOf.get(example) === fold),
  }));
}

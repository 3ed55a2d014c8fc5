import type { Brand } from './brands.ts';
import type { Candidate, Classifier, Example } from './classifier.ts';
import { type Label, type LinearModel, score, toProbabilities } from './linear-model.ts';
import { createNormaliser, type Normaliser } from './normalise.ts';
import { trainLinearModel } from './train.ts';
import { createVectoriser } from './vocabulary.ts';

/** Less likely intents than this are not worth a name. */
const leastProbability = 0.001;

/**
 * Trains in this thread; small sets and tests. `loadClassifier` trains elsewhere and remembers.
 *
 * @param brands names and spellings from the locale
 */
export function createClassifier(examples: Example[], brands: Brand[] = []): Classifier {
  const normalise = createNormaliser(brands);
  return createModelClassifier(trainModel(examples, normalise), normalise);
}

/** A classifier from a trained model. `normalise` must be the one it was trained with. */
export function createModelClassifier(model: LinearModel, normalise: Normaliser): Classifier {
  const vectorise = createVectoriser(model.vocabulary);
  const scores = new Float64Array(model.labels.length);
  return {
    classify(text) {
      const vector = vectorise(normalise(text));
      if (vector.length === 0) return [];
      score(model, vector, scores);
      toProbabilities(scores, model.temperature);
      return likeliest(model.labels, scores);
    },
  };
}

function likeliest(labels: Label[], probabilities: Float64Array): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [number, label] of labels.entries()) {
    const probability = probabilities[number] as number;
    if (probability >= leastProbability) candidates.push({ ...label, probability });
  }
  return candidates.sort((a, b) => b.probability - a.probability);
}

/** Normalises and learns. Deterministic. */
export function trainModel(examples: Example[], normalise: Normaliser): LinearModel {
  const numberOf = new Map<string, number>();
  const labels: Label[] = [];
  const labelled = examples.flatMap(({ text, intent, topic }) => {
    const label = numberOf.get(intent) ?? labels.push({ intent, topic }) - 1;
    numberOf.set(intent, label);
    const normalised = normalise(text);
    return normalised === '' ? [] : [{ text: normalised, label }];
  });
  return trainLinearModel(labels, labelled);
}

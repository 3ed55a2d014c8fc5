import { type Label, type LinearModel, score, toProbabilities } from './linear-model.ts';
import { createRandom, shuffle } from './seeded-random.ts';
import { buildVocabulary, createVectoriser, type Vector } from './vocabulary.ts';
import { layOutWeights } from './weight-layout.ts';

/** An example after normalising, with its label's number. */
export interface LabelledText {
  text: string;
  label: number;
}

/** Passes over the examples, and the step size at the start; both measured by cross-validation. */
const passes = 5;
const firstRate = 8;
const lastRate = 1;
/** Errors this small change nothing that is worth the time. */
const negligible = 0.02;

/**
 * Multinomial logistic regression by stochastic gradient descent. Same examples in the same order, same model.
 * No examples give a model without labels. `temperature` is left at 1: see `fitTemperature`.
 */
export function trainLinearModel(labels: Label[], examples: LabelledText[]): LinearModel {
  const vocabulary = buildVocabulary(examples.map((example) => example.text));
  const vectorise = createVectoriser(vocabulary);
  const vectors = examples.map((example) => copyOf(vectorise(example.text)));
  const layout = layOutWeights(examples, vectors, vocabulary.idf.length);
  const weights = new Float32Array(layout.labelOf.length);
  const model: LinearModel = { labels, vocabulary, ...layout, weights, temperature: 1 };
  descend(model, examples, vectors);
  return model;
}

function copyOf({ rows, values, length }: Vector): Vector {
  return { rows: rows.slice(0, length), values: values.slice(0, length), length };
}

function descend(model: LinearModel, examples: LabelledText[], vectors: Vector[]): void {
  const random = createRandom(1);
  const order = [...examples.keys()];
  /** Pass in which an example is looked at again: one that is understood sits out the next. */
  const nextPass = new Uint8Array(examples.length);
  const errors = new Float64Array(model.labels.length);
  const steps = examples.length * passes;
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const number of order) {
      taken++;
      if ((nextPass[number] as number) > pass) continue;
      const vector = vectors[number] as Vector;
      score(model, vector, errors);
      toProbabilities(errors, 1);
      const { label } = examples[number] as LabelledText;
      errors[label] = (errors[label] as number) - 1;
      if ((errors[label] as number) > -negligible) {
        nextPass[number] = pass + 2;
        continue;
      }
      const rate = firstRate + ((lastRate - firstRate) * taken) / steps;
      step(model, vector, errors, rate);
    }
  }
}

/** @param errors probability minus truth, per label; small ones are set to 0 */
function step(model: LinearModel, vector: Vector, errors: Float64Array, rate: number): void {
  for (let label = 0; label < errors.length; label++) {
    if (Math.abs(errors[label] as number) < negligible) errors[label] = 0;
  }
  const { rowStart, labelOf, weights } = model;
  for (let at = 0; at < vector.length; at++) {
    const row = vector.rows[at] as number;
    const change = rate * (vector.values[at] as number);
    const end = rowStart[row + 1] as number;
    for (let entry = rowStart[row] as number; entry < end; entry++) {
      const error = errors[labelOf[entry] as number] as number;
      if (error !== 0) weights[entry] = (weights[entry] as number) - change * error;
    }
  }
}

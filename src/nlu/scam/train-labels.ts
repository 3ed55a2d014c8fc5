import { createRandom, shuffle } from '../classifier/train-head.ts';
import { readKinds } from '../emergency/train-kinds.ts';

/** A training example as rows, with the number of its label. */
export interface LabelledRows {
  /** Rows of its features; each has the value 1 / √(number of rows). */
  rows: Uint32Array;
  label: number;
}

interface Size {
  labels: number;
  rows: number;
}

/** Passes over the examples, and the first and last step size; tuned by cross-validation. */
const passes = 10;
const firstRate = 4;
const lastRate = 0.2;
/** 0: each example counts the same; 1: each label does. Ordinary messages are far more than those of a stage. */
const balance = 0.6;

/**
 * Softmax regression by stochastic gradient descent, with a weight for every pair of feature and label: few examples
 * for each label, so that also a feature that was never seen with a label counts against it. Deterministic.
 * @returns the weight of row r for label l at r × labels + l; the last row is the bias
 */
export function trainLabels(examples: readonly LabelledRows[], { labels, rows: count }: Size): Float32Array {
  const weights = new Float32Array((count + 1) * labels);
  const worth = worthOf(examples, labels);
  const errors = new Float64Array(labels);
  const random = createRandom(1);
  const order = [...examples.keys()];
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const number of order) {
      const { rows, label } = examples[number] as LabelledRows;
      const rate = firstRate * (lastRate / firstRate) ** (taken++ / (passes * examples.length));
      readKinds(rows, weights, errors);
      errors[label] = (errors[label] as number) - 1;
      const change = (rate * (worth[label] as number)) / Math.sqrt(rows.length || 1);
      for (let at = 0; at < labels; at++) {
        const error = errors[at] as number;
        for (const row of rows)
          weights[row * labels + at] = (weights[row * labels + at] as number) - change * error;
        const bias = count * labels + at;
        weights[bias] = (weights[bias] as number) - 0.1 * rate * (worth[label] as number) * error;
      }
    }
  }
  return weights;
}

function worthOf(examples: readonly LabelledRows[], labels: number): number[] {
  const counts = new Array<number>(labels).fill(0);
  for (const { label } of examples) counts[label] = (counts[label] as number) + 1;
  return counts.map((count) => (count === 0 ? 0 : (examples.length / labels / count) ** balance));
}

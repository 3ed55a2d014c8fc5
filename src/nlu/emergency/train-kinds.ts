import { toProbabilities } from '../classifier/linear-head.ts';
import { createRandom, type Random, shuffle } from '../classifier/train-head.ts';

/** A training example as rows. */
export interface KindExample {
  /** Rows of its features; each has the weight 1 / √(number of rows). */
  rows: Uint32Array;
  /** 0 for no emergency, n for the n-th kind. */
  label: number;
}

export interface KindSizes {
  labelCount: number;
  rowCount: number;
}

/** Passes over the examples, and the first and last step size; tuned by cross-validation. */
const passes = 10;
const firstRate = 6;
const lastRate = 0.4;
/** This share of an example's features is left out in each pass, so that no single word decides. */
const leftOut = 0.5;
/** Smaller errors are skipped to save time. */
const negligibleMiss = 0.01;
const negligible = 0.003;

/**
 * Multinomial logistic regression over "no emergency" and all kinds, by stochastic gradient descent: what tells one
 * kind from another also helps to tell an emergency from a near miss. Deterministic.
 * @returns the weights of all labels row by row; the last row is the bias
 */
export function trainKinds(examples: readonly KindExample[], sizes: KindSizes): Float32Array {
  const { labelCount, rowCount } = sizes;
  const weights = new Float32Array((rowCount + 1) * labelCount);
  const errors = new Float64Array(labelCount);
  const random = createRandom(1);
  const order = [...examples.keys()];
  /** The pass that uses an example again: one that is predicted well skips the next pass. */
  const nextPass = new Uint8Array(examples.length);
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const number of order) {
      const { rows: all, label } = examples[number] as KindExample;
      const rate = firstRate * (lastRate / firstRate) ** (taken++ / (examples.length * passes));
      if ((nextPass[number] as number) > pass) continue;
      const rows = someOf(all, random);
      readKinds(rows, weights, errors);
      errors[label] = (errors[label] as number) - 1;
      if ((errors[label] as number) < -negligibleMiss) step(weights, { rows, errors, rate });
      else nextPass[number] = pass + 2;
    }
  }
  return weights;
}

/** Writes the probability of each label into `probabilities`: "no emergency" and each kind, or each stage of a scam. */
export function readKinds(rows: Uint32Array, weights: Float32Array, probabilities: Float64Array): void {
  const count = probabilities.length;
  const scale = 1 / Math.sqrt(rows.length || 1);
  probabilities.fill(0);
  for (const row of rows) {
    const from = row * count;
    for (let label = 0; label < count; label++) {
      probabilities[label] = (probabilities[label] as number) + (weights[from + label] as number);
    }
  }
  const bias = weights.length - count;
  for (let label = 0; label < count; label++) {
    probabilities[label] = (probabilities[label] as number) * scale + (weights[bias + label] as number);
  }
  toProbabilities(probabilities);
}

function someOf(rows: Uint32Array, random: Random): Uint32Array {
  return rows.filter(() => random() >= leftOut);
}

interface Step {
  rows: Uint32Array;
  /** Probability minus truth, per label; small errors are set to 0. */
  errors: Float64Array;
  rate: number;
}

function step(weights: Float32Array, { rows, errors, rate }: Step): void {
  const count = errors.length;
  const bias = weights.length - count;
  const change = rate / Math.sqrt(rows.length || 1);
  for (let label = 0; label < count; label++) {
    const error = errors[label] as number;
    if (Math.abs(error) < negligible) continue;
    for (const row of rows) {
      const at = row * count + label;
      weights[at] = (weights[at] as number) - change * error;
    }
    weights[bias + label] = (weights[bias + label] as number) - 0.1 * rate * error;
  }
}

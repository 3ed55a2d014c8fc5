import { createRandom, shuffle } from '../classifier/train-head.ts';

/** A training example as rows. */
export interface DangerExample {
  /** Rows of its features; each has the weight 1 / √(number of rows). */
  rows: Uint32Array;
  isDanger: boolean;
}

/** Passes over the examples, and the first and last step size; tuned by cross-validation. */
const passes = 14;
const firstRate = 4;
const lastRate = 0.2;

/**
 * Logistic regression by stochastic gradient descent. Deterministic: the same examples in the same order give
 * the same weights.
 * @returns row → weight; the last weight is the bias
 */
export function trainDanger(examples: readonly DangerExample[], rowCount: number): Float32Array {
  const weights = new Float32Array(rowCount + 1);
  const random = createRandom(1);
  const order = [...examples.keys()];
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const number of order) {
      const { rows, isDanger } = examples[number] as DangerExample;
      const error = 1 / (1 + Math.exp(-scoreOf(rows, weights))) - Number(isDanger);
      const progress = taken++ / (examples.length * passes);
      const rate = firstRate * (lastRate / firstRate) ** progress;
      const change = (rate * error) / Math.sqrt(rows.length || 1);
      for (const row of rows) weights[row] = (weights[row] as number) - change;
      weights[rowCount] = (weights[rowCount] as number) - 0.1 * rate * error;
    }
  }
  return weights;
}

/** The log-odds of an emergency, given the rows; 0 is undecided. */
export function scoreOf(rows: Uint32Array, weights: Float32Array): number {
  let sum = 0;
  for (const row of rows) sum += weights[row] as number;
  return sum / Math.sqrt(rows.length || 1) + (weights[weights.length - 1] as number);
}

import type { ExampleVector, Vector } from '../classifier/vocabulary.ts';
import { orderOfPass } from './example-order.ts';
import { addScores, type LinearHead, toProbabilities } from './linear-head.ts';
import { layOutWeights } from './weight-layout.ts';

/** A training example as a vector. */
export interface LabelledVector {
  vector: ExampleVector;
  label: number;
}

/** How a head is trained. */
export interface Manner {
  /** Passes over the examples. */
  passes: number;
  /** The first and the last step size. */
  firstRate: number;
  lastRate: number;
  /** Which features count for which labels. */
  layOut: typeof layOutWeights;
}

/** For many labels; tuned by cross-validation. */
const forManyLabels: Manner = { passes: 4, firstRate: 8, lastRate: 1, layOut: layOutWeights };
/** The weights are the average over the last passes: no example weighs more because it came last. */
const averagedPasses = 2;
/** Smaller errors are skipped to save time. */
const negligible = 0.005;

/**
 * Multinomial logistic regression by stochastic gradient descent. Deterministic, and steady: a few more examples leave
 * the others where they were. The probabilities need no further calibration (measured: the best temperature on held-out
 * examples is 0.9 to 1).
 */
export function trainHead(
  examples: readonly LabelledVector[],
  labelCount: number,
  rowCount: number,
  { passes, firstRate, lastRate, layOut }: Manner = forManyLabels,
): LinearHead {
  const layout = layOut(examples, rowCount);
  const head: LinearHead = { labelCount, ...layout, weights: new Float32Array(layout.labelOf.length) };
  const late = new Float32Array(head.weights.length);
  const keys = Uint32Array.from(examples, ({ vector, label }) => vector.key + label);
  /** The pass that uses an example again: an example predicted correctly skips the next one. */
  const nextPass = new Uint8Array(examples.length);
  const errors = new Float64Array(labelCount);
  const labels = new Uint16Array(labelCount);
  for (let pass = 0; pass < passes; pass++) {
    let taken = examples.length * pass;
    for (const number of orderOfPass(keys, pass)) {
      taken++;
      if ((nextPass[number] as number) > pass) continue;
      const { vector, label } = examples[number] as LabelledVector;
      addScores(head, vector, errors);
      toProbabilities(errors);
      errors[label] = (errors[label] as number) - 1;
      if ((errors[label] as number) > -negligible) {
        nextPass[number] = pass + 2;
        continue;
      }
      const passed = taken / examples.length;
      const rate = firstRate + ((lastRate - firstRate) * passed) / passes;
      const lateness = Math.max(0, 1 - (passes - passed) / averagedPasses);
      step(head, { vector, errors, wrong: wrongLabels(errors, labels), rate, late, lateness });
    }
  }
  for (let at = 0; at < late.length; at++) {
    head.weights[at] = (head.weights[at] as number) - (late[at] as number);
  }
  return head;
}

interface Step {
  vector: Vector;
  /** Probability minus truth, per label. */
  errors: Float64Array;
  /** The labels whose error is large enough to count, in ascending order. */
  wrong: Uint16Array;
  rate: number;
  /** By how much each weight exceeds its average over the averaged passes. */
  late: Float32Array;
  /** The share of the averaged passes that was over before the step, 0..1. */
  lateness: number;
}

/** A row has a hundred labels, of which six are wrong on average: it is faster to search for these than to visit all. */
function step(
  { rowStart, labelOf, weights }: LinearHead,
  { vector, errors, wrong, rate, late, lateness }: Step,
): void {
  for (let at = 0; at < vector.length; at++) {
    const row = vector.rows[at] as number;
    const change = rate * (vector.values[at] as number);
    const end = rowStart[row + 1] as number;
    let entry = rowStart[row] as number;
    for (let next = 0; next < wrong.length; next++) {
      const label = wrong[next] as number;
      entry = findLabel(labelOf, label, entry, end);
      if (entry === end) break;
      if (labelOf[entry] !== label) continue;
      const error = errors[label] as number;
      weights[entry] = (weights[entry] as number) - change * error;
      late[entry] = (late[entry] as number) - change * error * lateness;
    }
  }
}

/** @returns the first entry from `start` up to `end` whose label is not below the given one; `end` if there is none */
function findLabel(labelOf: Uint16Array, label: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((labelOf[middle] as number) < label) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts the labels whose error counts, in ascending order, into `into`. @returns these */
function wrongLabels(errors: Float64Array, into: Uint16Array): Uint16Array {
  let count = 0;
  for (let label = 0; label < errors.length; label++) {
    if (Math.abs(errors[label] as number) >= negligible) into[count++] = label;
  }
  return into.subarray(0, count);
}

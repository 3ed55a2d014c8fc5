import type { Vector } from '../classifier/vocabulary.ts';
import { addScores, type LinearHead, toProbabilities } from './linear-head.ts';
import { layOutWeights } from './weight-layout.ts';

/** A training example as a vector. */
export interface LabelledVector {
  vector: Vector;
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
/** Smaller errors are skipped to save time. */
const negligible = 0.005;

/**
 * Multinomial logistic regression by stochastic gradient descent. Deterministic: the same examples in the
 * same order give the same weights. The probabilities need no further calibration (measured: the best
 * temperature on held-out examples is 0.9 to 1).
 */
export function trainHead(
  examples: readonly LabelledVector[],
  labelCount: number,
  rowCount: number,
  { passes, firstRate, lastRate, layOut }: Manner = forManyLabels,
): LinearHead {
  const layout = layOut(examples, rowCount);
  const head: LinearHead = { labelCount, ...layout, weights: new Float32Array(layout.labelOf.length) };
  const random = createRandom(1);
  const order = [...examples.keys()];
  /** The pass that uses an example again: an example predicted correctly skips the next one. */
  const nextPass = new Uint8Array(examples.length);
  const errors = new Float64Array(labelCount);
  let taken = 0;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (const number of order) {
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
      const rate = firstRate + ((lastRate - firstRate) * taken) / (examples.length * passes);
      step(head, { vector, errors, rate });
    }
  }
  return head;
}

interface Step {
  vector: Vector;
  /** Probability minus truth, per label; small errors are set to 0. */
  errors: Float64Array;
  rate: number;
}

function step({ rowStart, labelOf, weights }: LinearHead, { vector, errors, rate }: Step): void {
  for (let label = 0; label < errors.length; label++) {
    if (Math.abs(errors[label] as number) < negligible) errors[label] = 0;
  }
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

/** Pseudo-random numbers in [0, 1), the same on every run (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Shuffles the items in place. */
export function shuffle<T>(items: T[], random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}

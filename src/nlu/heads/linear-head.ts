import type { Vector } from '../classifier/vocabulary.ts';

/**
 * One weight per feature and label, stored only if the feature is telling for the label: a feature never
 * counts for an intent that was never seen with it. Stored by row, so that a message touches few cache lines.
 */
export interface LinearHead {
  labelCount: number;
  /** The weights of row r are at rowStart[r] up to rowStart[r + 1]. */
  rowStart: Uint32Array;
  labelOf: Uint16Array;
  weights: Float32Array;
}

/** Adds the score of every label to `scores`, which has one element per label. */
export function addScores(
  { rowStart, labelOf, weights }: LinearHead,
  vector: Vector,
  scores: Float64Array,
): void {
  scores.fill(0);
  for (let at = 0; at < vector.length; at++) {
    const row = vector.rows[at] as number;
    const value = vector.values[at] as number;
    const end = rowStart[row + 1] as number;
    for (let entry = rowStart[row] as number; entry < end; entry++) {
      const label = labelOf[entry] as number;
      scores[label] = (scores[label] as number) + (weights[entry] as number) * value;
    }
  }
}

/** Scores this far below the highest count as probability 0, which saves computing an exponential. */
const hopeless = -16;

/** Scores → probabilities, in place. */
export function toProbabilities(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const below = (scores[label] as number) - highest;
    const weight = below < hopeless ? 0 : Math.exp(below);
    scores[label] = weight;
    sum += weight;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] as number) / sum;
}

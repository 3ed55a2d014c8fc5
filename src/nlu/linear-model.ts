import type { Vector, Vocabulary } from './vocabulary.ts';

/** What an intent is called, and where it belongs. */
export interface Label {
  intent: string;
  topic: string;
}

/**
 * One weight per feature and intent, kept only where the feature occurs in an example of the intent: a feature
 * never speaks for an intent that was never seen with it. Row by row, so that a message touches few cache lines.
 */
export interface LinearModel {
  labels: Label[];
  vocabulary: Vocabulary;
  /** Row r's weights stand at rowStart[r] up to rowStart[r + 1]. */
  rowStart: Uint32Array;
  labelOf: Uint16Array;
  weights: Float32Array;
  /** Scores are divided by it before they become probabilities; fitted on examples the training did not see. */
  temperature: number;
}

/** Adds up the score of every label into `scores` (as long as the labels). */
export function score(model: LinearModel, vector: Vector, scores: Float64Array): void {
  const { rowStart, labelOf, weights } = model;
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

/** Scores → probabilities, in place. */
export function toProbabilities(scores: Float64Array, temperature: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const weight = Math.exp(((scores[label] as number) - highest) / temperature);
    scores[label] = weight;
    sum += weight;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] as number) / sum;
}

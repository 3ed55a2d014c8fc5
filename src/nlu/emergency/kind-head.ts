import type { Vector } from '../classifier/vocabulary.ts';
import { type FeatureTable, findRow, notFound } from '../heads/feature-table.ts';
import { toProbabilities } from '../heads/linear-head.ts';
import { addAllScores, type ScoreTable } from '../heads/score-table.ts';

/** A trained softmax over kinds. Plain data: it can be passed to `structuredClone` and stored in a file. */
export interface KindHead {
  /** Every feature of the examples, also those without a weight: they count towards the length of a text. */
  table: FeatureTable;
  scores: ScoreTable;
  /** By label. */
  bias: Float32Array;
}

/**
 * Writes the probability of each label into `probabilities`.
 * @param features each once
 * @returns how many of the features the head knows
 */
export function readKinds(
  { table, scores, bias }: KindHead,
  features: Uint32Array,
  probabilities: Float64Array,
): number {
  const vector = vectorOf(table, features);
  addAllScores(scores, vector, probabilities);
  for (let label = 0; label < bias.length; label++) {
    probabilities[label] = (probabilities[label] as number) + (bias[label] as number);
  }
  toProbabilities(probabilities);
  return vector.length;
}

/** The known features, with equal values and length 1. */
function vectorOf(table: FeatureTable, features: Uint32Array): Vector {
  const rows = new Uint32Array(features.length);
  let length = 0;
  for (const feature of features) {
    const row = findRow(table, feature);
    if (row !== notFound) rows[length++] = row;
  }
  return { rows, values: new Float32Array(length).fill(1 / Math.sqrt(length)), length };
}

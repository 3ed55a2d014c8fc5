import { orderOfPass, randomOf } from '../heads/example-order.ts';
import { buildFeatureTable, type FeatureTable, findRow, notFound } from '../heads/feature-table.ts';
import { type LinearHead, toProbabilities } from '../heads/linear-head.ts';
import type { Random } from '../heads/random.ts';
import { createScoreTable } from '../heads/score-table.ts';
import type { KindHead } from './kind-head.ts';

/** A training example. */
export interface KindExample {
  /** Each once. */
  features: Uint32Array;
  /** 0 for no emergency, n for the n-th kind. */
  label: number;
}

/** A feature of a single example teaches nothing about others. */
const minExamples = 2;
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
 * Smaller weights are not stored: four fifths of all. Measured: one message in 2,800 is read otherwise.
 */
const minWeight = 0.03;

/**
 * Multinomial logistic regression over all labels, by stochastic gradient descent: what tells one kind from another
 * also helps to tell an emergency from a near miss. Deterministic.
 */
export function trainKinds(examples: readonly KindExample[], labelCount: number): KindHead {
  const table = buildFeatureTable(sharedFeatures(examples));
  const weights = learn(
    examples.map(({ features, label }) => ({
      rows: toRows(table, features),
      label,
      key: features.reduce((sum, feature) => (sum + feature) >>> 0, label),
    })),
    { labelCount, rowCount: table.low.length },
  );
  return {
    table,
    scores: createScoreTable([withoutSmall(weights, labelCount)]),
    bias: weights.slice(-labelCount),
  };
}

function sharedFeatures(examples: readonly KindExample[]): number[] {
  const all = new Uint32Array(examples.reduce((sum, { features }) => sum + features.length, 0));
  let length = 0;
  for (const { features } of examples) {
    all.set(features, length);
    length += features.length;
  }
  all.sort();
  const shared: number[] = [];
  for (let start = 0, end = 0; start < all.length; start = end) {
    while (all[end] === all[start]) end++;
    if (end - start >= minExamples) shared.push(all[start] as number);
  }
  return shared;
}

function toRows(table: FeatureTable, features: Uint32Array): Uint32Array {
  return features.map((feature) => findRow(table, feature)).filter((row) => row !== notFound >>> 0);
}

interface Sizes {
  labelCount: number;
  rowCount: number;
}

interface Row {
  rows: Uint32Array;
  label: number;
  /** Stands for its features. */
  key: number;
}

/** @returns the weights of all labels row by row; the last row is the bias */
function learn(examples: readonly Row[], { labelCount, rowCount }: Sizes): Float32Array {
  const weights = new Float32Array((rowCount + 1) * labelCount);
  const errors = new Float64Array(labelCount);
  const keys = Uint32Array.from(examples, ({ key }) => key);
  /** The pass that uses an example again: one that is predicted well skips the next pass. */
  const nextPass = new Uint8Array(examples.length);
  for (let pass = 0; pass < passes; pass++) {
    let taken = examples.length * pass;
    for (const number of orderOfPass(keys, pass)) {
      const { rows: all, label, key } = examples[number] as Row;
      const rate = firstRate * (lastRate / firstRate) ** (taken++ / (examples.length * passes));
      if ((nextPass[number] as number) > pass) continue;
      const rows = someOf(all, randomOf(key, pass));
      predict(rows, weights, errors);
      errors[label] = (errors[label] as number) - 1;
      if ((errors[label] as number) < -negligibleMiss) step(weights, { rows, errors, rate });
      else nextPass[number] = pass + 2;
    }
  }
  return weights;
}

/** Writes the probability of each label into `probabilities`. */
function predict(rows: Uint32Array, weights: Float32Array, probabilities: Float64Array): void {
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
  const some = new Uint32Array(rows.length);
  let length = 0;
  for (const row of rows) if (random() >= leftOut) some[length++] = row;
  return some.subarray(0, length);
}

interface Step {
  rows: Uint32Array;
  /** Probability minus truth, per label; small errors are skipped. */
  errors: Float64Array;
  rate: number;
}

function step(weights: Float32Array, { rows, errors, rate }: Step): void {
  const count = errors.length;
  const bias = weights.length - count;
  const change = rate / Math.sqrt(rows.length || 1);
  const labels = [...errors.keys()].filter((label) => Math.abs(errors[label] as number) >= negligible);
  for (const label of labels) {
    const at = bias + label;
    weights[at] = (weights[at] as number) - 0.1 * rate * (errors[label] as number);
  }
  for (const row of rows) {
    for (const label of labels) {
      const at = row * count + label;
      weights[at] = (weights[at] as number) - change * (errors[label] as number);
    }
  }
}

/** The weights that are large enough to keep, without the bias. */
function withoutSmall(weights: Float32Array, labelCount: number): LinearHead {
  const rowCount = weights.length / labelCount - 1;
  const rowStart = new Uint32Array(rowCount + 1);
  const labelOf: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    for (let label = 0; label < labelCount; label++) {
      const weight = weights[row * labelCount + label] as number;
      if (Math.abs(weight) < minWeight) continue;
      labelOf.push(label);
      kept.push(weight);
    }
    rowStart[row + 1] = kept.length;
  }
  return { labelCount, rowStart, labelOf: Uint16Array.from(labelOf), weights: Float32Array.from(kept) };
}

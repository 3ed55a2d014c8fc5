import type { Vector } from '../classifier/vocabulary.ts';
import type { LinearHead } from './linear-head.ts';

/** Bits of an entry for the label; the rest is the weight in steps. */
const labelBits = 12;
const labelMask = 2 ** labelBits - 1;
const maxSteps = 2 ** (31 - labelBits) - 1;

/**
 * The weights of several heads in one read-only table: a message looks up each feature once and reads one run
 * of 32-bit entries. Measured: takes two thirds of the time of reading head by head.
 */
export interface ScoreTable {
  /** The entries of row r are at rowStart[r] up to rowStart[r + 1]. */
  rowStart: Uint32Array;
  /**
   * The label is in the low bits, the weight in steps above them; labels of the second head follow those of
   * the first.
   */
  entries: Int32Array;
  /** The weight of one step. */
  step: number;
}

/** @throws RangeError if the heads together have more labels than an entry can hold */
export function createScoreTable(heads: readonly LinearHead[]): ScoreTable {
  const labels = heads.reduce((sum, { labelCount }) => sum + labelCount, 0);
  if (labels > labelMask) throw new RangeError(`${labels} labels, more than ${labelMask}`);
  const rowCount = (heads[0]?.rowStart.length ?? 1) - 1;
  const step = heaviest(heads) / maxSteps;
  const rowStart = new Uint32Array(rowCount + 1);
  const entries = new Int32Array(heads.reduce((sum, { weights }) => sum + weights.length, 0));
  let next = 0;
  for (let row = 0; row < rowCount; row++) {
    let firstLabel = 0;
    for (const head of heads) {
      const end = head.rowStart[row + 1] as number;
      for (let at = head.rowStart[row] as number; at < end; at++) {
        const steps = Math.round((head.weights[at] as number) / step);
        entries[next++] = (steps << labelBits) | (firstLabel + (head.labelOf[at] as number));
      }
      firstLabel += head.labelCount;
    }
    rowStart[row + 1] = next;
  }
  return { rowStart, entries, step };
}

/** Adds the score of every label of every head to `scores`, which has one element per label. */
export function addAllScores(
  { rowStart, entries, step }: ScoreTable,
  vector: Vector,
  scores: Float64Array,
): void {
  scores.fill(0);
  for (let at = 0; at < vector.length; at++) {
    const row = vector.rows[at] as number;
    const value = (vector.values[at] as number) * step;
    const end = rowStart[row + 1] as number;
    for (let entry = rowStart[row] as number; entry < end; entry++) {
      const packed = entries[entry] as number;
      const label = packed & labelMask;
      scores[label] = (scores[label] as number) + (packed >> labelBits) * value;
    }
  }
}

/** The weight of one feature for one label; 0 if none is stored. */
export function weightOf({ rowStart, entries, step }: ScoreTable, row: number, label: number): number {
  const ofRow = entries.subarray(rowStart[row], rowStart[row + 1]);
  const entry = ofRow.find((packed) => (packed & labelMask) === label) ?? 0;
  return (entry >> labelBits) * step;
}

/** Never 0, because it is used as a divisor. */
function heaviest(heads: readonly LinearHead[]): number {
  let most = Number.MIN_VALUE * maxSteps;
  for (const { weights } of heads) for (const weight of weights) most = Math.max(most, Math.abs(weight));
  return most;
}

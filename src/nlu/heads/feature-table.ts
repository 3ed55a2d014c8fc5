/**
 * A set of features (32-bit hashes). The row of a feature is its position among all of them in ascending order, so that
 * no row is stored. Features with the same high half stand side by side, which leaves only their low half to store.
 */
export interface FeatureTable {
  /** The rows of the features with the high half h are starts[h] up to starts[h + 1]. */
  starts: Uint32Array;
  /** The low half of each feature, by row. */
  low: Uint16Array;
}

const halfBits = 16;
const halfMask = 2 ** halfBits - 1;
export const notFound = -1;

/** @param features each once */
export function buildFeatureTable(features: readonly number[]): FeatureTable {
  const sorted = Uint32Array.from(features).sort();
  const starts = new Uint32Array(2 ** halfBits + 1);
  for (const feature of sorted) {
    const next = (feature >>> halfBits) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  return { starts, low: Uint16Array.from(sorted, (feature) => feature & halfMask) };
}

/** The row of a feature, or `notFound`. */
export function findRow({ starts, low }: FeatureTable, feature: number): number {
  const half = feature >>> halfBits;
  const rest = feature & halfMask;
  const end = starts[half + 1] as number;
  for (let row = starts[half] as number; row < end; row++) if (low[row] === rest) return row;
  return notFound;
}

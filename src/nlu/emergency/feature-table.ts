/** The features of the examples, as an open-addressing hash table. */
export interface FeatureTable {
  /** A feature by slot, 0 for a free one; its row is in the same slot of `rows`. */
  features: Uint32Array;
  rows: Uint32Array;
  /** The number of rows. */
  count: number;
}

/** A feature of a single example teaches nothing about others. */
const minExamples = 2;

export function buildFeatureTable(examples: readonly ReadonlySet<number>[]): FeatureTable {
  const counts = new Map<number, number>();
  for (const features of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const kept = [...counts].filter(([feature, count]) => count >= minExamples && feature !== 0);
  const slots = 2 ** Math.ceil(Math.log2(2 * kept.length + 2));
  const table = { features: new Uint32Array(slots), rows: new Uint32Array(slots), count: kept.length };
  for (const [row, [feature]] of kept.entries()) {
    const slot = slotOf(table.features, feature);
    table.features[slot] = feature;
    table.rows[slot] = row;
  }
  return table;
}

/** The rows of the known features. */
export function toRows({ features: known, rows }: FeatureTable, features: ReadonlySet<number>): Uint32Array {
  const found = new Uint32Array(features.size);
  let length = 0;
  for (const feature of features) {
    const slot = slotOf(known, feature);
    if (feature !== 0 && known[slot] === feature) found[length++] = rows[slot] as number;
  }
  return found.slice(0, length);
}

/** The slot of a feature, or the free slot for it. */
function slotOf(features: Uint32Array, feature: number): number {
  const mask = features.length - 1;
  let slot = feature & mask;
  while (features[slot] !== 0 && features[slot] !== feature) slot = (slot + 1) & mask;
  return slot;
}

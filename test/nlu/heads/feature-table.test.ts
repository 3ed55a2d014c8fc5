import { buildFeatureTable, findRow, notFound } from '../../../src/nlu/heads/feature-table.ts';
import { createRandom } from '../../../src/nlu/heads/random.ts';

const random = createRandom(11);
const hash = () => Math.floor(random() * 2 ** 32);

test('every feature has a row of its own, from 0 upwards', () => {
  const features = [
    ...new Set([0, 1, 2 ** 16, 2 ** 31, 2 ** 32 - 1, ...Array.from({ length: 5_000 }, hash)]),
  ];
  const table = buildFeatureTable(features);
  const rows = features.map((feature) => findRow(table, feature));
  expect(rows.toSorted((a, b) => a - b)).toEqual([...features.keys()]);
});

test('an unknown feature has no row, even next to known ones', () => {
  const known = Array.from({ length: 500 }, (_, at) => 0xabcd_0000 + 2 * at);
  const table = buildFeatureTable(known);
  for (const feature of known) expect(findRow(table, feature + 1)).toBe(notFound);
  expect(findRow(buildFeatureTable([]), 7)).toBe(notFound);
});

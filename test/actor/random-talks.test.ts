import type { Database } from '../../src/database/database.ts';
import { runTalks } from '../helpers/run-talks.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

/** The first seed; `SEED=4711 npm test -- random-talks` repeats a talk that failed. More talks: `test/flows/`. */
const from = Number(process.env.SEED ?? 1);
const count = 30;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('nothing is promised, kept open or erased wrongly in random talks', async () => {
  expect(await runTalks(database, { from, count })).toBe('');
}, 240_000);

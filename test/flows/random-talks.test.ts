import type { Database } from '../../src/database/database.ts';
import { runTalks } from '../helpers/run-talks.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const perWorld = 20;
const seeds = Array.from({ length: 10 }, (_, at) => 1_000 + at * perWorld);

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test.each(seeds)(
  'nothing is promised, kept open or erased wrongly in 20 random talks from seed %i on',
  async (from) => {
    expect(await runTalks(database, { from, count: perWorld })).toBe('');
  },
);

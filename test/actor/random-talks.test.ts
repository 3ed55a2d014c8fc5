import type { Database } from '../../src/database/database.ts';
import { runTalk } from '../helpers/random-talk.ts';
import { createTalkWorld } from '../helpers/talk-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

/** Other talks: `SEED=4711 npm test -- random-talks`; the seed of a failed one is in its message. */
const firstSeed = Number(process.env.SEED ?? 1);
const talkCount = Number(process.env.TALKS ?? 100);
const perWorld = 10;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const seeds = Array.from({ length: Math.ceil(talkCount / perWorld) }, (_, at) => firstSeed + at * perWorld);

test.each(seeds)(
  'nothing is promised, kept open or erased wrongly in ten random talks from seed %i on',
  async (from) => {
    const world = await createTalkWorld(database);
    const faults: string[] = [];
    for (let seed = from; seed < from + perWorld; seed += 1)
      faults.push(...(await runTalk(world, seed)).faults);
    expect(faults.join('\n\n')).toBe('');
  },
  120_000,
);

import { sql } from 'kysely';
import { createWatchdog } from '../../src/actor/watchdog.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import type { Database } from '../../src/database/database.ts';
import { silentLogger } from '../../src/logger.ts';
import { linkByCode } from '../../src/member/linking/link-by-code.ts';
import { createActorFixture, noon, oaId } from '../helpers/actor-fixture.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase({ isOwn: true });
});
afterAll(() => database.close());

function setUp() {
  const clock = createAdjustableClock({ now: () => noon });
  const alarms: string[] = [];
  const alarm = { raise: (kind: string) => void alarms.push(kind) };
  const watchdog = createWatchdog({ db: database.db, clock, alarm, logger: silentLogger });
  return { clock, alarms, watchdog };
}

/** Looks every 20 s while time passes. */
async function watch({ clock, watchdog }: ReturnType<typeof setUp>, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 20) {
    clock.advance(20_000);
    await watchdog.check();
  }
}

describe('the watchdog', () => {
  test('raises an alarm when a message is not handled for two minutes, until it is', async () => {
    const world = setUp();
    await createActorFixture(database).write('hello');
    await watch(world, 100);
    expect([world.alarms, world.watchdog.isStuck()]).toEqual([[], false]);
    await watch(world, 60);
    expect([world.alarms[0], world.watchdog.isStuck()]).toEqual(['not-handled', true]);
    await database.db.updateTable('incoming_events').set({ handled_at: noon }).execute();
    await watch(world, 20);
    expect(world.watchdog.isStuck()).toBe(false);
  });

  test('is quiet while nothing waits', async () => {
    const world = setUp();
    await watch(world, 600);
    expect(world.alarms).toEqual([]);
  });

  test('raises an alarm for many wrong invitation codes from many accounts, and none for a few', async () => {
    const world = setUp();
    const guess = (account: number, code: string) =>
      database.db
        .transaction()
        .execute((trx) => linkByCode(trx, { code, person: { oaId, personId: `p${account}` }, now: noon }));
    for (let count = 0; count < 15; count += 1) await guess(count % 3, 'BCGHKLMN');
    await watch(world, 20);
    expect(world.alarms).toEqual([]);
    for (let count = 0; count < 5; count += 1) await guess(7, 'BCGHKLMN');
    await watch(world, 20);
    expect(world.alarms).toEqual(['code-guessing']);
  });

  test('raises an alarm when the largest table cannot be read', async () => {
    const world = setUp();
    await sql`alter table incoming_events rename to damaged_events`.execute(database.db);
    await watch(world, 40);
    expect(world.watchdog.isStuck()).toBe(false);
    await watch(world, 60);
    expect([world.alarms.includes('not-handled'), world.watchdog.isStuck()]).toEqual([true, true]);
    await sql`alter table damaged_events rename to incoming_events`.execute(database.db);
  });
});

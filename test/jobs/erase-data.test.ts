import type { Database } from '../../src/database/database.ts';
import { reclaimSpace } from '../../src/database/embedded/reclaim-space.ts';
import { createEraseData } from '../../src/jobs/erase-data.ts';
import { createActorFixture, oaId } from '../helpers/actor-fixture.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { createFakeQueue } from '../webhook/webhook-server.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('the space of what was erased is given to new rows, once per run that erased something', async () => {
  const actor = createActorFixture(database);
  let reclaimed = 0;
  const run = createEraseData({
    ...actor.parts,
    queue: createFakeQueue(),
    retentionDays: 30,
    auditDays: 90,
    forgetRejected: async () => 0,
    async reclaimSpace() {
      await reclaimSpace(database.db);
      reclaimed += 1;
    },
  });
  await run({});
  expect(reclaimed).toBe(0);
  await actor.write('hello');
  const now = actor.parts.clock.now();
  const request = { oa_id: oaId, person_id: 'p1', requested_at: now + 60_000, due_at: now };
  await database.db.insertInto('erasure_requests').values(request).execute();
  await run({});
  await run({});
  expect(reclaimed).toBe(1);
  expect(await database.db.selectFrom('incoming_events').select('id').execute()).toEqual([]);
});

test('the list of erasures is written in every run, and a full disk there does not stop the erasing', async () => {
  const actor = createActorFixture(database);
  let written = 0;
  const run = createEraseData({
    ...actor.parts,
    queue: createFakeQueue(),
    retentionDays: 30,
    auditDays: 90,
    forgetRejected: async () => 0,
    async listErasures() {
      written += 1;
      throw new Error('ENOSPC');
    },
  });
  await run({});
  await run({});
  expect(written).toBe(2);
});

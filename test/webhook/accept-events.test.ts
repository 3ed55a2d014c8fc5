import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.ts';
import { silentLogger } from '../../src/logger.ts';
import type { MessageEvent } from '../../src/message.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createWebhook } from '../../src/webhook/create-webhook.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { appId, createFakeQueue, marks, now, oaId, sealer, secret } from './webhook-server.ts';

let database: Database;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-webhook-'));
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const written = (personId: string, occurredAt: number): MessageEvent => ({
  ...{
    kind: 'message',
    deliveryKey: `${personId}/${occurredAt}`,
    eventName: 'user_send_text',
    oaId,
    personId,
  },
  ...{ occurredAt, messageId: `m${occurredAt}`, text: 'chào', attachments: [] },
});

test('messages from before an erasure request are not fetched again', async () => {
  const queue = createFakeQueue();
  const { acceptEvents } = createWebhook({
    ...{ appId, marks, database, queue, sealer, secrets: [secret], origin: 'test', dataDir },
    ...{ alarm: { raise: () => undefined }, clock: { now: () => now } },
    ...{ logger: silentLogger, metrics: createMetrics() },
  });
  const erased = { oa_id: oaId, person_id: 'lan', requested_at: now, due_at: now, done_at: now };
  await database.db.insertInto('erasure_requests').values(erased).execute();

  expect(await acceptEvents([written('lan', now - 1)])).toBe(0);
  const events = [written('lan', now), written('lan', now + 1), written('mai', now - 1)];
  expect(await acceptEvents(events)).toBe(2);
  const kept = await database.db
    .selectFrom('incoming_events')
    .select('delivery_key')
    .orderBy('delivery_key')
    .execute();
  expect(kept.map((row) => row.delivery_key)).toEqual([`lan/${now + 1}`, `mai/${now - 1}`]);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';
import { connectOa, startWebhook, textBody, type WebhookServer } from './webhook-server.ts';

let database: Database;
let dataDir: string;
let server: WebhookServer;

/** Its connections are closed, as when PostgreSQL restarts. */
let gone: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectOa(database);
  gone = await createTestDatabase();
  await gone.close();
});
afterAll(() => database.close());
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-accept-'));
});
afterEach(async () => {
  await server.close();
  await database.db.deleteFrom('incoming_events').execute();
  await rm(dataDir, { recursive: true, force: true });
});

const storedCount = async () =>
  Number((await database.pool.query('select count(*) from incoming_events')).rows[0].count);

async function storedTexts(): Promise<string[]> {
  const { rows } = await database.pool.query(
    "select event ->> 'text' as text from incoming_events order by id",
  );
  return rows.map(({ text }: { text: string }) => text);
}

/** A database without a working accept path. */
const withoutAcceptPath = (): Pick<Database, 'db' | 'urgent'> => ({ db: database.db, urgent: gone.urgent });

describe('while the database does not accept deliveries', () => {
  test('they go to the spool, masked, and into the database later, once', async () => {
    server = await startWebhook({ database: withoutAcceptPath(), dataDir });
    const bodies = Array.from({ length: 30 }, (_, at) => textBody(`gọi 0912345678 lần ${at}`, `m${at}`));
    const statuses = await Promise.all(bodies.map((body) => server.deliver(body)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await storedCount()).toBe(0);
    expect(server.jobs).toEqual([]);

    const spooled = await readFile(join(dataDir, 'spool.ndjson'), 'utf8');
    expect(spooled).toContain('gọi [số điện thoại] lần 7');
    expect(spooled).not.toContain('912345678');

    await server.deliver(bodies[0] as string);
    expect(await server.drainSpool()).toMatchObject({ replayed: 30, repeated: 1 });
    expect(await storedCount()).toBe(30);
    await until('the conversation is woken', () => server.jobs.length > 0);
  });

  test("an earlier process's spool is replayed at the start", async () => {
    server = await startWebhook({ database: withoutAcceptPath(), dataDir });
    await server.deliver(textBody('trước', 'm1'));
    await server.close();
    server = await startWebhook({ database, dataDir });
    await until('it is stored', async () => (await storedCount()) === 1);
  });

  test('a delivery does not overtake older ones in the spool, also when the database is back', async () => {
    const away = { database, dataDir, limitMs: 50 };
    server = await startWebhook(away);
    const blocker = await database.pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table incoming_events in exclusive mode');
    await server.deliver(textBody('một', 'm1'));
    await server.deliver(textBody('hai', 'm2'));
    await blocker.query('rollback');
    blocker.release();
    expect(await server.deliver(textBody('ba', 'm3'))).toBe(200);
    await server.drainSpool();
    expect(await server.deliver(textBody('bốn', 'm4'))).toBe(200);
    expect(await storedTexts()).toEqual(['một', 'hai', 'ba', 'bốn']);
  });

  test('the spool empties itself once the database is back', async () => {
    server = await startWebhook({ database: withoutAcceptPath(), dataDir, drainAfterMs: 10 });
    await server.deliver(textBody('một', 'm1'));
    await until('it is stored', async () => (await storedCount()) === 1);
  });

  test('a slow insert delays the answer no longer than the limit, and makes no second row', async () => {
    server = await startWebhook({ database, dataDir, limitMs: 50 });
    const blocker = await database.pool.connect();
    await blocker.query('begin');
    await blocker.query('lock table incoming_events in exclusive mode');
    const startedAt = performance.now();
    expect(await server.deliver(textBody('một', 'm1'))).toBe(200);
    expect(await server.deliver(textBody('hai', 'm2'))).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    await blocker.query('rollback');
    blocker.release();
    await until('the late insert is there', async () => (await storedCount()) >= 1);
    await server.drainSpool();
    expect(await storedCount()).toBe(2);
  });

  test('and the disk fails too, the answer is 503 with an alarm, so that Zalo delivers again', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    server = await startWebhook({ database: withoutAcceptPath(), dataDir: join(file, 'folder') });
    expect(await server.deliver(textBody('a', 'm1'))).toBe(503);
    expect(server.alarms).toEqual([{ kind: 'spool-unavailable' }]);
    expect(await server.metricsText()).toContain('cau_noi_deliveries_total{result="unavailable"} 1');
  });

  test('an OA that cannot be looked up is not rejected for good', async () => {
    server = await startWebhook({ database: gone, dataDir });
    expect(await server.deliver(textBody('a', 'm1'))).toBe(503);
  });
});

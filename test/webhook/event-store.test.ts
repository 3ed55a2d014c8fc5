import { type Database, openDatabase } from '../../src/database/database.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { type EventRow, toEventRow } from '../../src/webhook/event-row.ts';
import { createEventStore } from '../../src/webhook/event-store.ts';
import { insertEvents } from '../../src/webhook/insert-events.ts';
import { hasPostgres, startPostgres } from '../helpers/postgres-server.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { now, oaId, personId } from './webhook-server.ts';

let database: Database;
let groups: string[][];

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  groups = [];
});
afterEach(async () => {
  await database.db.deleteFrom('incoming_events').execute();
});
afterAll(() => database.close());

const newStore = () =>
  createEventStore({
    db: database.urgent,
    limitMs: 5000,
    onStored: (rows) => groups.push(rows.map((row) => row.delivery_key)),
  });

function row(key: string, text = 'chào'): EventRow {
  return toEventRow({
    event: {
      ...{ kind: 'message', deliveryKey: key, eventName: 'user_send_text', oaId, personId },
      ...{ occurredAt: now, messageId: key, text, attachments: [] },
    },
    phoneEncrypted: 'v1.sealed',
    receivedAt: now,
    origin: 'test',
  });
}

describe('the event store', () => {
  test('stores a row unchanged', async () => {
    expect(await newStore().store(row('a'))).toBe('new');
    const [stored] = await database.db.selectFrom('incoming_events').selectAll().execute();
    expect(stored).toMatchObject({ ...row('a'), id: expect.any(Number) });
  });

  test('batches rows that arrive while two inserts run', async () => {
    const store = newStore();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => store.store(row(key))));
    expect(groups).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
  });

  test('separates new rows from repeats, also within one batch', async () => {
    const store = newStore();
    const results = await Promise.all(['a', 'b', 'b', 'a'].map((key) => store.store(row(key))));
    expect(results).toEqual(['new', 'new', 'repeat', 'repeat']);
    expect(groups.flat()).toEqual(['a', 'b']);
  });

  test.each([
    ['a NUL', { text: 'a\u0000' }],
    ['half a surrogate pair', { text: 'a\ud800' }],
  ])('refuses a row with %s but not its neighbours', async (_, { text }) => {
    const store = newStore();
    const rows = [row('a'), row('b'), row('bad', text), row('c')];
    const results = await Promise.all(rows.map((each) => store.store(each)));
    expect(results).toEqual(['new', 'new', 'refused', 'new']);
    expect(groups.flat()).toEqual(['a', 'b', 'c']);
  });

  test('fails every row of the batch when the database is away, and works again afterwards', async () => {
    const gone = await createTestDatabase();
    await gone.close();
    const store = createEventStore({ db: gone.urgent, limitMs: 5000, onStored: () => undefined });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((key) => store.store(row(key))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

const onPostgres = hasPostgres() ? test : test.skip;

describe('the inserts of two processes', () => {
  onPostgres('do not wait for each other over the same deliveries in another order', async () => {
    const server = await startPostgres();
    const parts = { databaseUrl: server.url, dataDir: '', logger: silentLogger, metrics: createMetrics() };
    const databases = [await openDatabase(parts), await openDatabase(parts)];
    for (let round = 0; round < 10; round += 1) {
      const rows = Array.from({ length: 1_000 }, (_, at) => row(`round-${round}-${at}`));
      const results = await Promise.all(
        databases.map(({ urgent }, at) => insertEvents(urgent, at === 0 ? rows : rows.toReversed())),
      );
      expect(results.flat().filter((result) => result === 'new')).toHaveLength(rows.length);
    }
    await Promise.all(databases.map((each) => each.close()));
    await server.close();
  });
});

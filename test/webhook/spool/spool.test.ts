import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlarmKind } from '../../../src/alarm.ts';
import type { Database } from '../../../src/database/database.ts';
import { silentLogger } from '../../../src/logger.ts';
import { createMetrics, type Metrics } from '../../../src/metrics.ts';
import { type EventRow, toEventRow } from '../../../src/webhook/event-row.ts';
import { insertEvents } from '../../../src/webhook/insert-events.ts';
import { createSpool } from '../../../src/webhook/spool/spool.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';
import { now, oaId, personId } from '../webhook-server.ts';

let database: Database;
let folder: string;
let replayed: string[];
let metrics: Metrics;
let alarms: AlarmKind[];

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-spool-'));
  replayed = [];
  metrics = createMetrics();
  alarms = [];
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.db.deleteFrom('incoming_events').execute();
});
afterAll(() => database.close());

function newSpool(db: Pick<Database, 'db'> = database) {
  return createSpool({
    folder,
    db: db.db,
    onReplayed: (rows) => replayed.push(...rows.map((row) => row.delivery_key)),
    alarm: { raise: (kind) => void alarms.push(kind) },
    clock: { now: () => now },
    logger: silentLogger,
    metrics,
    drainAfterMs: 60_000,
  });
}

function row(key: string, text = 'chào'): EventRow {
  return toEventRow({
    event: {
      ...{ kind: 'message', deliveryKey: key, eventName: 'user_send_text', oaId, personId },
      ...{ occurredAt: now, messageId: key, text, attachments: [] },
    },
    phoneEncrypted: null,
    receivedAt: now,
    origin: 'test',
  });
}

async function storedKeys(): Promise<string[]> {
  const rows = await database.db.selectFrom('incoming_events').select('delivery_key').orderBy('id').execute();
  return rows.map((stored) => stored.delivery_key);
}

const files = async () => (await readdir(folder)).sort();
const none = { replayed: 0, repeated: 0, refused: 0, damaged: 0, unreadable: 0 };

describe('the spool', () => {
  test('replays rows into the database in order, reports them, and is empty again', async () => {
    const spool = newSpool();
    await Promise.all(['a', 'b', 'c'].map((key) => spool.append(row(key))));
    expect(await metrics.text()).toMatch(/cau_noi_spool_bytes [1-9]/);
    expect(await spool.drain()).toEqual({ ...none, replayed: 3 });
    expect(await storedKeys()).toEqual(['a', 'b', 'c']);
    expect(replayed).toEqual(['a', 'b', 'c']);
    expect(await files()).toEqual([]);
    expect(spool.mayHoldRows()).toBe(false);
    expect(await metrics.text()).toContain('cau_noi_spool_bytes 0');
  });

  test('is readable by its owner only', async () => {
    await newSpool().append(row('a'));
    expect((await stat(join(folder, 'spool.ndjson'))).mode & 0o777).toBe(0o600);
  });

  test('drains an empty or missing folder', async () => {
    expect(await newSpool().drain()).toEqual(none);
    await rm(folder, { recursive: true });
    expect(await newSpool().drain()).toEqual(none);
  });

  test('stores one row when its late insert also reached the database', async () => {
    const spool = newSpool();
    await spool.append(row('a'));
    await spool.append(row('a'));
    expect(await spool.drain()).toEqual({ ...none, replayed: 1, repeated: 1 });
    await spool.append(row('a'));
    expect(await spool.drain()).toEqual({ ...none, repeated: 1 });
    expect(await storedKeys()).toEqual(['a']);
    expect(replayed).toEqual(['a']);
  });

  test('takes over the files of a process that died while draining', async () => {
    await newSpool().append(row('a'));
    await rename(join(folder, 'spool.ndjson'), join(folder, `spool-${now - 1}-00ff.ndjson`));
    await newSpool().append(row('b'));
    expect(await newSpool().drain()).toEqual({ ...none, replayed: 2 });
    expect(await storedKeys()).toEqual(['a', 'b']);
    expect(await files()).toEqual([]);
  });

  test('replays what lies behind a folder and behind a file that cannot be read, and raises an alarm', async () => {
    await mkdir(join(folder, 'spool-1-00ff.ndjson'));
    await symlink('spool-2-00ff.ndjson', join(folder, 'spool-2-00ff.ndjson'));
    const spool = newSpool();
    await spool.append(row('a'));
    expect(await spool.drain()).toEqual({ ...none, replayed: 1, unreadable: 2 });
    expect(await storedKeys()).toEqual(['a']);
    expect(await files()).toEqual(['spool-1-00ff.ndjson', 'spool-2-00ff.ndjson']);
    expect(alarms).toEqual(['spool-unreadable', 'spool-unreadable']);
    expect(spool.mayHoldRows()).toBe(false);
  });

  test('skips a torn line and keeps the lines after it whole', async () => {
    await newSpool().append(row('a'));
    await appendFile(join(folder, 'spool.ndjson'), JSON.stringify(row('torn')).slice(0, 100));
    await newSpool().append(row('b'));
    await appendFile(join(folder, 'spool.ndjson'), JSON.stringify(row('cut')).slice(0, 50));
    expect(await newSpool().drain()).toEqual({ ...none, replayed: 2, damaged: 2 });
    expect(await storedKeys()).toEqual(['a', 'b']);
    expect(await files()).toEqual(['spool-rejected.ndjson']);
  });

  test('rejects a row that the database refuses, but not its neighbours', async () => {
    const spool = newSpool();
    for (const each of [row('a'), row('bad', 'nul \u0000'), row('b')]) await spool.append(each);
    expect(await spool.drain()).toEqual({ ...none, replayed: 2, refused: 1 });
    expect(await storedKeys()).toEqual(['a', 'b']);
    expect(await readFile(join(folder, 'spool-rejected.ndjson'), 'utf8')).toContain('"bad"');
    expect(await spool.drain()).toEqual(none);
  });

  test('loses nothing while the database is away, and says so', async () => {
    const gone = await createTestDatabase();
    await gone.close();
    const spool = newSpool(gone);
    await spool.append(row('a'));
    await expect(spool.drain()).rejects.toThrow();
    expect(spool.mayHoldRows()).toBe(true);
    expect(await newSpool().drain()).toEqual({ ...none, replayed: 1 });
  });

  test('loses and duplicates nothing while several processes write and drain the same folder', async () => {
    const spools = [newSpool(), newSpool(), newSpool()];
    const keys = Array.from({ length: 300 }, (_, at) => `k${at}`);
    const writing = keys.map((key, at) => spools[at % 3]?.append(row(key)));
    for (let round = 0; round < 10; round++) await Promise.all(spools.map((spool) => spool.drain()));
    await Promise.all(writing);
    await newSpool().drain();
    expect(new Set(await storedKeys())).toEqual(new Set(keys));
    expect(replayed).toHaveLength(300);
    expect(await files()).toEqual([]);
  });

  test('lets no new row overtake waiting ones, also during a drain', async () => {
    const spool = newSpool();
    expect(await spool.drain()).toEqual(none);
    expect(await spool.appendBehind(row('early'))).toBe(false);
    const old = Array.from({ length: 500 }, (_, at) => `a${1000 + at}`);
    await Promise.all(old.map((key) => spool.append(row(key))));
    const draining = spool.drain();
    const fresh = Array.from({ length: 200 }, (_, at) => `b${1000 + at}`);
    let direct = 0;
    for (const key of fresh) {
      if (await spool.appendBehind(row(key))) continue;
      await insertEvents(database.db, [row(key)]);
      direct += 1;
    }
    await draining;
    expect(await storedKeys()).toEqual([...old, ...fresh]);
    expect(direct).toBeGreaterThan(0);
    expect(spool.mayHoldRows()).toBe(false);
  });

  test('replays a file larger than one batch', async () => {
    const lines = Array.from({ length: 1234 }, (_, at) => JSON.stringify(row(`k${at}`, 'dài '.repeat(100))));
    await writeFile(join(folder, 'spool.ndjson'), lines.join('\n'));
    expect(await newSpool().drain()).toEqual({ ...none, replayed: 1234 });
  });

  test('reports that the disk does not accept a row', async () => {
    const whole = folder;
    await writeFile(join(whole, 'file'), '');
    folder = join(whole, 'file', 'no-folder');
    const appending = newSpool().append(row('a'));
    await expect(appending).rejects.toThrow('ENOTDIR');
    folder = whole;
  });
});

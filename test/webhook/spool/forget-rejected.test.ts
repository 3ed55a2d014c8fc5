import { mkdtemp, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../src/database/database.ts';
import { dayMs } from '../../../src/durations.ts';
import { type EventRow, toEventRow } from '../../../src/webhook/event-row.ts';
import { forgetRejected } from '../../../src/webhook/spool/forget-rejected.ts';
import { appendLines, rejectedName } from '../../../src/webhook/spool/spool-folder.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';
import { now, oaId, personId } from '../webhook-server.ts';

const before = now - 30 * dayMs;

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-rejected-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.db.deleteFrom('erasure_requests').execute();
});
afterAll(() => database.close());

function row(key: string, { daysAgo = 0, person = personId } = {}): EventRow {
  const at = now - daysAgo * dayMs;
  return toEventRow({
    event: {
      ...{ kind: 'message', deliveryKey: key, eventName: 'user_send_text', oaId, personId: person },
      ...{ occurredAt: at, messageId: key, text: 'chào', attachments: [] },
    },
    phoneEncrypted: null,
    receivedAt: at,
    origin: 'test',
  });
}

const reject = (...rows: (EventRow | string)[]) =>
  appendLines(
    folder,
    rows.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    rejectedName,
  );
const forget = () => forgetRejected({ folder, db: database.db, before, now });

async function keysLeft(): Promise<string[]> {
  const text = await readFile(join(folder, rejectedName), 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => (line.startsWith('{"') ? (JSON.parse(line) as EventRow).delivery_key : line));
}

async function askErasure(person: string, daysAgo: number): Promise<void> {
  const at = now - daysAgo * dayMs;
  const done = { oa_id: oaId, person_id: person, requested_at: at, due_at: at, done_at: at };
  await database.db.insertInto('erasure_requests').values(done).execute();
}

test('without a refused row nothing happens', async () => {
  expect(await forget()).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

test('rows past the retention period are removed, the rest stays in order', async () => {
  await reject(row('old', { daysAgo: 31 }), row('first', { daysAgo: 3 }), '{cut', row('second'));
  expect(await forget()).toBe(1);
  expect(await keysLeft()).toEqual(['first', '{cut', 'second']);
  expect(await forget()).toBe(0);
  expect(await readdir(folder)).toEqual([rejectedName]);
});

test("rows from before a person's erasure request are removed, later rows stay", async () => {
  await reject(row('asked', { daysAgo: 5 }), row('after'), row('of another', { daysAgo: 5, person: '77' }));
  await askErasure(personId, 2);
  expect(await forget()).toBe(1);
  expect(await keysLeft()).toEqual(['after', 'of another']);
});

test('damaged lines are removed with a file that has not been written to for the whole retention period', async () => {
  await reject('{cut', '{cut too');
  expect(await forget()).toBe(0);
  const longAgo = new Date(before - 1);
  await utimes(join(folder, rejectedName), longAgo, longAgo);
  expect(await forget()).toBe(2);
  expect(await readdir(folder)).toEqual([]);
});

test('the next process sorts what an earlier one left half sorted', async () => {
  await reject(row('old', { daysAgo: 31 }), row('kept'));
  await rename(join(folder, rejectedName), join(folder, 'spool-rejected-1790000000000-a1b2c3d4.ndjson'));
  await reject(row('newer'));
  expect(await forget()).toBe(1);
  expect(await keysLeft()).toEqual(['newer', 'kept']);
  expect(await readdir(folder)).toEqual([rejectedName]);
});

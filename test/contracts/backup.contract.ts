import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { listBackups } from '../../src/backup/backup-folder.ts';
import { dumpTables } from '../../src/backup/dump-tables.ts';
import { createErasureList, readErasureList } from '../../src/backup/erasure-list.ts';
import { restoreBackup } from '../../src/backup/restore-backup.ts';
import { writeSealedLines } from '../../src/backup/sealed-lines.ts';
import { writeBackup } from '../../src/backup/write-backup.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { requireEmpty } from '../../src/database/inspection/require-empty.ts';
import type { Tables } from '../../src/database/schema.ts';
import { dayMs } from '../../src/durations.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';

/** Where a database may be: a folder, or a server's database. */
export interface EmptyPlace {
  dataDir: string;
  databaseUrl?: string;
}

const key = Buffer.alloc(32, 7);
const now = Date.parse('2026-12-01T02:00:00Z');
const lan = { oa_id: 'oa-1', person_id: 'p-lan' };

/** Rows of every kind: trees, arrays, JSON, generated columns, Vietnamese, signs that a careless format trips over. */
const rows = `
  insert into areas (area_id, level, name, parent_id, aliases) values
    ('root', 'root', 'Thành phố', null, '{}'),
    ('xa', 'commune', 'Xã Mỹ Đức', 'root', '{"Mỹ Đức","Tế \\"Tiêu\\""}');
  insert into areas (area_id, level, name, parent_id)
    select 'thon-' || n, 'village', 'Thôn ' || n, 'xa' from generate_series(1, 700) n;
  insert into teams (team_id, area_id, name, topics, settings)
    values ('to-2', 'xa', 'Tổ hai', '[]', '{"offerSize": 3}'), ('to-1', 'xa', 'Tổ một', '["land"]', '{}');
  update teams set merged_into = 'to-2' where team_id = 'to-1';
  insert into members (member_id, name, created_at) values ('hoa', 'Chị Hoa', 1);
  insert into team_members (team_id, member_id, role) values ('to-2', 'hoa', 'lead');
  insert into member_links (member_id, oa_id, person_id, linked_at) values ('hoa', 'oa-1', 'p-hoa', 1);
  insert into oas (oa_id, name, token_state, connected_at, last_event_at)
    values ('oa-1', 'Xã Thử', 'ok', 1, 1);
  insert into conversations (oa_id, person_id, state, display_name, origin, created_at, lease, leased_until)
    values ('oa-1', 'p-lan', '{"place": "xã"}', 'Bà LAN Đỗ', 'test', 1, 'somebody', 9),
      ('oa-1', 'p-hoa', '{}', null, 'test', 1, null, null);
  insert into incoming_events
    (delivery_key, oa_id, person_id, kind, event_name, occurred_at, received_at, event, handled_at, origin)
    select 'k' || n, 'oa-1', case when n % 2 = 0 then 'p-lan' else 'p-hoa' end, 'message', 'user_send_text',
      n, n, jsonb_build_object('text', 'câu ' || n || E'\\n"nháy" \\\\ 👵🏽'), n, 'test'
    from generate_series(1, 1203) n;
  insert into tickets (conversation_id, oa_id, kind, status, summary, team_id, created_at, updated_at)
    values (1, 'oa-1', 'question', 'open', '{"messages": [{"from": "resident", "text": "đèn hỏng", "at": 5}]}', 'to-2', 5, 5);
  insert into ticket_events (ticket_id, event, at, actor_kind, data) values (1, 'opened', 5, 'resident', '{"text": null}');
  insert into ticket_timers (ticket_id, kind, due_at) values (1, 'offer', 9007199254740991);
  insert into outgoing_messages (conversation_id, content, state, ticket_id, notice_ids, ticket_numbers, origin, created_at)
    values (1, '{"kind": "text", "text": "vâng"}', 'sent', 1, '{1,2}', '{101}', 'test', 6),
      (2, '{"kind": "text", "text": "thẻ việc của bà Lan"}', 'sent', 1, '{}', '{101}', 'test', 6);
  insert into service_state (name, value, updated_at)
    values ('last-alive', '5', 5), ('catch-up-since:oa-1', '5', 5), ('other', '{"a": [1, "x"]}', 5);
  update roster_version set version = 42`;

export function describeBackups(name: string, newPlace: () => Promise<EmptyPlace>): void {
  describe(`backups of ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'cau-noi-backups-'));
    const parts = { logger: silentLogger, metrics: createMetrics() };
    let source: Database;
    let sourcePlace: EmptyPlace;
    let file: string;

    beforeAll(async () => {
      sourcePlace = await newPlace();
      source = await openDatabase({ ...parts, ...sourcePlace });
      for (const statement of rows.split(/;\n/)) await sql.raw(statement).execute(source.db);
      ({ file } = await writeBackup({ db: source.db, folder, key, keep: 2, now }));
    }, 120_000);
    afterAll(async () => {
      await source.close();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    async function restored<T>(
      params: Partial<Parameters<typeof restoreBackup>[0]>,
      look: (db: Kysely<Tables>) => Promise<T>,
    ) {
      const place = { ...parts, ...(await newPlace()) };
      const report = await restoreBackup({ file, key, place, erasures: [], now: now + dayMs, ...params });
      const database = await openDatabase(place);
      try {
        return { report, found: await look(database.db), migrated: database.appliedMigrations };
      } finally {
        await database.close();
      }
    }

    test('are restored row by row, count on, and make no start catch up with what was answered', async () => {
      const { report, found } = await restored({}, async (db) => ({
        lines: await linesOf(db),
        state: await db.selectFrom('service_state').select(['name', 'value']).orderBy('name').execute(),
        oa: await db.selectFrom('oas').select('last_event_at').executeTakeFirst(),
        names: await db.selectFrom('conversations').select(['folded_name', 'lease']).execute(),
        number: await openTicket(db),
      }));
      expect(report).toMatchObject({ erased: 0, header: { at: now } });
      expect(report.counts).toMatchObject({
        areas: 702,
        incoming_events: 1203,
        tickets: 1,
        roster_version: 1,
      });
      // What is not the same: the OA, one lease, two lines of the state, the number that triggers count, and the sum.
      const before = await linesOf(source.db);
      expect(found.lines).toHaveLength(before.length - 1);
      expect(before.filter((line) => !found.lines.includes(line))).toHaveLength(6);
      expect(found.state).toEqual([
        { name: 'last-alive', value: now + dayMs },
        { name: 'other', value: { a: [1, 'x'] } },
      ]);
      expect(found.oa).toEqual({ last_event_at: now + dayMs });
      expect(found.names).toContainEqual({ folded_name: 'ba lan do', lease: null });
      expect(found.number).toBe(102);
    }, 120_000);

    test('show one moment, whatever is written meanwhile', async () => {
      const reading = dumpTables(source.db, now);
      const lines = [(await reading.next()).value as string];
      const writing = sql`
        insert into members (member_id, name, created_at) values ('later', 'Later', 1)`.execute(source.db);
      for await (const line of reading) lines.push(line);
      await writing;
      expect(lines.filter((line) => line.includes('"later"'))).toEqual([]);
      await source.db.deleteFrom('members').where('member_id', '=', 'later').execute();
    }, 60_000);

    test('of an earlier version are brought to this one', async () => {
      const place = { ...parts, ...(await newPlace()) };
      const old = await openDatabase({ ...place, migrateTo: '006-area-aliases' });
      await sql`insert into members (member_id, name, created_at) values ('old', 'Cụ Tư', 1)`.execute(old.db);
      const written = join(folder, 'of-an-earlier-version');
      await writeSealedLines({ file: written, key }, dumpTables(old.db, now));
      await old.close();
      const { found, migrated } = await restored({ file: written }, (db) =>
        db.selectFrom('members').select('name').execute(),
      );
      expect(found).toEqual([{ name: 'Cụ Tư' }]);
      expect(migrated).toEqual([]);
    }, 120_000);

    test('go only into an empty place', async () => {
      const place = { ...parts, ...sourcePlace };
      const attempt = restoreBackup({ file, key, place, erasures: [], now });
      await expect(attempt).rejects.toThrow(/already/);
    }, 60_000);

    test('that are damaged, cut, or of another key restore nothing and leave the place empty', async () => {
      const place = { ...parts, ...(await newPlace()) };
      const broken = join(folder, 'broken');
      const whole = readFileSync(file);
      const attempts: [Buffer, Buffer][] = [
        [whole.subarray(0, whole.length - 40), key],
        [Buffer.concat([whole.subarray(0, 900), Buffer.from([1]), whole.subarray(901)]), key],
        [Buffer.from('hello'), key],
        [whole, Buffer.alloc(32, 8)],
      ];
      for (const [bytes, withKey] of attempts) {
        writeFileSync(broken, bytes);
        const attempt = restoreBackup({ file: broken, key: withKey, place, erasures: [], now });
        await expect(attempt).rejects.toThrow(/is damaged, or BACKUP_KEY|is not a backup/);
      }
      await requireEmpty(place);
    }, 120_000);

    test('do not bring back people who were erased since', async () => {
      const request = { ...lan, requested_at: now + 1, due_at: now + 2, stopped_at: null, done_at: now + 3 };
      const waiting = { ...request, person_id: 'p-minh', done_at: null };
      const { report, found } = await restored({ erasures: [request, waiting] }, async (db) => ({
        words: (await linesOf(db)).filter((line) => /câu \d*[02468]\\n|LAN|đèn hỏng|bà Lan/.test(line)),
        others: (await linesOf(db)).filter((line) => /câu \d*[13579]\\n/.test(line)).length,
        requests: await db.selectFrom('erasure_requests').selectAll().orderBy('person_id').execute(),
        outgoing: await db.selectFrom('outgoing_messages').select('id').execute(),
      }));
      expect(report.erased).toBe(1);
      expect(found.words).toEqual([]);
      // All of the member's own words, but for those that name the ticket: câu 101.
      expect(found.others).toBe(601);
      expect(found.requests).toEqual([
        { id: expect.any(Number), ...request },
        { id: expect.any(Number), ...waiting },
      ]);
      expect(found.outgoing).toEqual([]);
    }, 120_000);

    test('list beside them who asked for an erasure, as it stands now', async () => {
      const listFile = join(folder, 'erasures.list');
      expect(await readErasureList(listFile, key)).toEqual([]);
      const write = createErasureList(source.db, { folder, key });
      const request = { ...lan, requested_at: now, due_at: now, stopped_at: null, done_at: null };
      const { id } = await source.db
        .insertInto('erasure_requests')
        .values(request)
        .returning('id')
        .executeTakeFirstOrThrow();
      await write();
      expect(await readErasureList(listFile, key)).toEqual([request]);
      await source.db
        .updateTable('erasure_requests')
        .set({ done_at: now + 5 })
        .where('id', '=', id)
        .execute();
      await write();
      expect(await readErasureList(listFile, key)).toEqual([{ ...request, done_at: now + 5 }]);
      await source.db.deleteFrom('erasure_requests').execute();
    }, 60_000);

    test('are encrypted, and only as many stay as wanted', async () => {
      const bytes = readFileSync(file).toString('latin1');
      expect(bytes).not.toMatch(/Lan|incoming_events|p-lan/);
      const write = (at: number) => writeBackup({ db: source.db, folder, key, keep: 2, now: at });
      await write(now + dayMs);
      const saved = join(folder, 'saved');
      copyFileSync(file, saved);
      const { removed } = await write(now + 2 * dayMs);
      expect(removed).toEqual(['cau-noi-20261201T020000Z.backup']);
      expect((await listBackups(folder)).map(({ at }) => at)).toEqual([now + dayMs, now + 2 * dayMs]);
      copyFileSync(saved, file);
    }, 60_000);
  });
}

async function openTicket(db: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    insert into tickets (conversation_id, oa_id, kind, status, summary, created_at, updated_at)
    values (1, 'oa-1', 'question', 'open', '{}', 1, 1) returning number`.execute(db);
  return rows[0]?.number;
}

async function linesOf(db: Kysely<Tables>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of dumpTables(db, now)) lines.push(line);
  return lines;
}

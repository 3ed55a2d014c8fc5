import { sql } from 'kysely';
import { createWindow } from '../../src/conversation/window.ts';
import type { Database } from '../../src/database/database.ts';
import { minuteMs } from '../../src/durations.ts';
import { loadWords } from '../../src/i18n.ts';
import type { Attachment } from '../../src/message.ts';
import { eraseRequested } from '../../src/retention/erase-person.ts';
import { oaId } from '../helpers/actor-fixture.ts';
import { createMemberWorld, type MemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

let database: Database;
let members: MemberWorld;
let number: number;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** The simulated platform uses this id for her. */
const lan = 'Lan-Lua';
const mai = 'Mai-Ngo';

beforeEach(async () => {
  members = await createMemberWorld(database);
  await members.link('hai');
  await members.write(lan, 'con bò nhà tôi');
  number = await members.world.open(lan);
  await members.write(mai, 'con trâu nhà tôi');
  await members.world.open(mai);
  members.advance(minuteMs);
  await members.settle();
});

async function erase(personId: string): Promise<void> {
  const { db } = database;
  members.advance(minuteMs);
  const at = members.now();
  const request = { oa_id: oaId, person_id: personId, requested_at: at, due_at: at };
  await db.insertInto('erasure_requests').values(request).execute();
  await eraseRequested({ db, now: at, words: loadWords(), windowAt: createWindow(), origin: 'test' });
}

/** All messages and all notes about a ticket. */
async function allWords(): Promise<string> {
  const { db } = database;
  const texts = await Promise.all([
    db.selectFrom('incoming_events').select('event').execute(),
    db.selectFrom('outgoing_messages').select('content').execute(),
    db.selectFrom('tickets').select('summary').execute(),
    db.selectFrom('ticket_events').select('data').execute(),
    db.selectFrom('unknown_places').select('text').execute(),
    db.selectFrom('conversations').select('display_name').execute(),
  ]);
  return JSON.stringify(texts);
}

const photo = (name: string): Attachment => ({ kind: 'image', url: `https://photo.zdn.vn/${name}.jpg` });

/** A member at another OA read about the ticket and wrote about it. */
async function tellAtOtherOa(mark: string): Promise<void> {
  const { db } = database;
  const at = { created_at: members.now(), origin: 'test' as const };
  const { id } = await db
    .insertInto('conversations')
    .values({ oa_id: 'other', person_id: 'hai-there', state: '{}', ...at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const event = { kind: 'message', text: `${mark} viết`, attachments: [] };
  const turn = await db
    .insertInto('incoming_events')
    .values({
      ...{ delivery_key: 'there', oa_id: 'other', person_id: 'hai-there', kind: 'message', event_name: 'x' },
      ...{
        event: JSON.stringify(event),
        occurred_at: at.created_at,
        received_at: at.created_at,
        origin: 'test',
      },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ticket = await db.selectFrom('tickets').select('id').where('number', '=', number).executeTakeFirst();
  const content = JSON.stringify({ kind: 'text', text: `${mark} đọc` });
  const row = { conversation_id: id, content, state: 'sent' as const, ticket_id: ticket?.id ?? null };
  await db
    .insertInto('outgoing_messages')
    .values({ ...row, turn_id: turn.id, ...at })
    .execute();
}

/** Every row of every table, ours and the queue's, that has the text anywhere. */
async function marksIn(text: string): Promise<string[]> {
  const { db } = database;
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select row_to_json(t)::text as row from ${sql.raw(name)} t where row_to_json(t)::text like ${`%${text}%`}`.execute(
      db,
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

describe('a person whose data was erased', () => {
  test('is named nowhere in what members read and wrote', async () => {
    await members.write('hai', `#Nhận việc ${number}`);
    await members.write('hai', 'việc của tôi');
    await members.write('hai', 'việc mới');
    await members.write('hai', `${number} chuồng nhà bác ở đâu ạ`);
    await members.write('hai', 'gửi');
    await members.write('hai', `ghi chú ${number}: chuồng cạnh đình`);
    const before = await allWords();
    for (const words of ['con bò', 'chuồng nhà bác', 'chuồng cạnh đình', lan])
      expect(before).toContain(words);

    await erase(lan);
    const after = await allWords();
    for (const words of ['con bò', 'chuồng']) expect(after).not.toContain(words);
    expect(
      JSON.stringify(await database.db.selectFrom('outgoing_messages').select('content').execute()),
    ).not.toContain(lan);
    expect(after).toContain('con trâu');
  });

  test('leaves none of their words in any table, whoever wrote them, at whatever OA', async () => {
    const { db } = database;
    await members.link('ha');
    await members.write(lan, 'nhà tôi cạnh BỂDẤU', { attachments: [photo('ẢNHDẤU')] });
    await db
      .updateTable('conversations')
      .set({ display_name: 'TÊNDẤU' })
      .where('person_id', '=', lan)
      .execute();
    await members.settle();
    await members.write('hai', `#Nhận việc ${number}`);
    await members.write('hai', `${number} RELAYDẤU ạ`);
    await members.write('hai', 'gửi');
    await members.write('hai', 'THÊMDẤU ạ');
    await members.write('hai', `ghi chú ${number}: GHIDẤU`);
    await members.write('hai', `${number} sao rồi, HỎIDẤU ấy`);
    await members.write(lan, 'TRẢDẤU đây');
    await members.settle();
    await members.write('ha', `${number} CHỜDẤU`);
    await members.write('hai', `${number} GIỮDẤU`);
    await tellAtOtherOa('OADẤU');
    await db
      .updateTable('member_chats')
      .set({
        state: sql`state || ${JSON.stringify({
          pendingReply: { id: '1', at: 1, lines: [{ text: 'ĐỢIDẤU' }] },
          pending: [
            { id: 1, text: 'CHƯACHỌNDẤU' },
            { id: 2, text: 'CHOBÀDẤU', ticket: number },
          ],
        })}::jsonb`,
      })
      .execute();
    expect((await marksIn('DẤU')).length).toBeGreaterThan(8);

    await erase(lan);
    expect(await marksIn('DẤU')).toEqual([]);
    expect(await marksIn('con trâu')).not.toEqual([]);
  });

  test('gets no parked message any more', async () => {
    const { db } = database;
    const conversation = await db
      .selectFrom('conversations')
      .select('id')
      .where('person_id', '=', lan)
      .executeTakeFirstOrThrow();
    const content = JSON.stringify({ kind: 'text', text: 'chuồng của bác cao quá' });
    await db
      .insertInto('outgoing_messages')
      .values({
        ...{ conversation_id: conversation.id, content, state: 'pending', origin: 'test' },
        ...{ created_at: members.now(), parked_at: members.now() },
      })
      .execute();
    await erase(lan);
    expect(await allWords()).not.toContain('chuồng');
    await members.write(lan, 'chào');
    expect(members.heard(lan).join('\n')).not.toContain('chuồng');
  });
});

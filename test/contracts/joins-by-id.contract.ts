import { type Migration, sql, type Transaction } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import * as mainPath from '../../src/database/migrations/001-main-path.ts';
import * as teamsAndTickets from '../../src/database/migrations/002-teams-and-tickets.ts';
import * as membersInZalo from '../../src/database/migrations/003-members-in-zalo.ts';
import * as plainNames from '../../src/database/migrations/004-plain-names.ts';
import * as joinsById from '../../src/database/migrations/005-joins-by-id.ts';
import type { Tables } from '../../src/database/schema.ts';

const before: Migration[] = [mainPath, teamsAndTickets, membersInZalo, plainNames];
const migration: Migration = joinsById;

/** Rows as the program wrote them when it joined by equal times: Hoa (a member) and Lan (a resident) of one OA. */
const rows = `
  insert into members (member_id, name, created_at) values ('hoa', 'Hoa', 1);
  insert into member_links (member_id, oa_id, person_id, linked_at) values ('hoa', 'oa', 'p-hoa', 1);
  insert into conversations (oa_id, person_id, state, origin, created_at)
    values ('oa', 'p-lan', '{}', 'test', 1), ('oa', 'p-hoa', '{}', 'test', 1);
  insert into tickets (conversation_id, oa_id, kind, status, summary, created_at, updated_at)
    values (1, 'oa', 'question', 'open', '{"messages": []}', 1, 1), (1, 'oa', 'question', 'open', '{"messages": []}', 1, 1);
  insert into incoming_events
    (delivery_key, oa_id, person_id, kind, event_name, occurred_at, received_at, event, handled_at, outcome, origin)
    values ('a', 'oa', 'p-lan', 'message', 'text', 90, 90, '{}', 100, 'replied', 'test'),
      ('b', 'oa', 'p-hoa', 'message', 'text', 190, 190, '{}', 200, 'member', 'test'),
      ('c', 'oa', 'p-hoa', 'message', 'text', 290, 290, '{}', 300, 'member', 'test');
  insert into ticket_events (ticket_id, event, at, actor_kind, actor_id) values (1, 'answered', 200, 'member', 'hoa');
  insert into outgoing_messages (conversation_id, content, state, intent, ticket_id, failure, origin, created_at) values
    (1, '{"kind": "text", "text": "the bot"}', 'sent', 'land', null, null, 'test', 100),
    (1, '{"kind": "text", "text": "to Lan"}', 'pending', 'member-answer', 1, 'window-closed', 'test', 200),
    (2, '{"kind": "text", "text": "sent", "buttons": [
        {"kind": "reply", "title": "x", "text": "x", "meaning": {"intent": "member", "step": "done", "data": {"ticket": "101"}}},
        {"kind": "reply", "title": "y", "text": "y", "meaning":
          {"intent": "member", "step": "wrong_send", "data": {"ticket": "101", "at": "200"}}}]}',
      'sent', 'member', 1, null, 'test', 200),
    (2, '{"kind": "text", "text": "list", "choices": [
        {"kind": "reply", "title": "x", "text": "x", "meaning": {"intent": "member", "step": "details", "data": {"ticket": "101"}}},
        {"kind": "reply", "title": "y", "text": "y", "meaning": {"intent": "member", "step": "details", "data": {"ticket": "102"}}}]}',
      'failed', 'member', null, 'blocked -213', 'test', 300),
    (2, '{"kind": "text", "text": "a card"}', 'failed', 'member', 2, 'window-closed -230', 'test', 400),
    (2, '{"kind": "text", "text": "a digest"}', 'pending', 'member', null, 'too many requests', 'test', 500),
    (1, '{"kind": "text", "text": "lost"}', 'sending', 'land', null, 'connection reset', 'test', 600);
  insert into member_notices (member_id, ticket_id, kind, due_at, told_at, outcome, created_at) values
    ('hoa', 2, 'offer', 400, 400, 'told', 400), ('hoa', 1, 'remind', 400, 400, 'told', 400),
    ('hoa', 1, 'offer', 500, 500, 'digest', 500), ('hoa', 2, 'remind', 500, 500, 'digest', 500),
    ('hoa', 2, 'over', 500, 500, 'stale', 500);
  insert into member_chats (conversation_id, member_id, state) values
    (2, 'hoa', '{"version": 1, "relays": [], "lastSent": {"ticket": 101, "at": 200}}'),
    (1, 'hoa', '{"version": 1, "relays": [], "lastSent": {"ticket": 101, "at": 999}}');
  insert into contact_attempts (member_id, channel, outcome, at) values
    ('hoa', 'free', 'sent', 1), ('hoa', 'template', 'refused -249 no template', 2);`;

/** What the migration does with rows that were joined by equal times. */
export function describeJoinsById(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    const found: Record<string, unknown[]> = {};

    const read = async (trx: Transaction<Tables>, what: string, query: string) => {
      found[what] = (await sql.raw(query).execute(trx)).rows;
    };

    beforeAll(async () => {
      database = await open();
      await database.db.transaction().execute(async (trx) => {
        await sql`create schema old_tables`.execute(trx);
        await sql`set local search_path to old_tables`.execute(trx);
        for (const { up } of before) await up(trx);
        for (const statement of rows.split(';\n')) await sql.raw(statement).execute(trx);
        await migration.up(trx);
        await read(
          trx,
          'messages',
          `select content ->> 'text' as text, turn_id::int, array_to_string(notice_ids, ',') as notices,
            array_to_string(ticket_numbers, ',') as tickets, failure, failure_detail as detail
          from outgoing_messages order by id`,
        );
        await read(
          trx,
          'buttons',
          `select b -> 'meaning' -> 'data' as data from outgoing_messages o
            cross join lateral jsonb_array_elements(o.content -> 'buttons') with ordinality x (b, place) order by place`,
        );
        await read(
          trx,
          'chats',
          `select state -> 'lastSent' as last from member_chats order by conversation_id`,
        );
        await read(trx, 'attempts', 'select outcome, detail from contact_attempts order by id');
        await sql`drop schema old_tables cascade`.execute(trx);
      });
    }, 60_000);
    afterAll(() => database?.close());

    const column = (name: string) =>
      (found.messages as Record<string, unknown>[]).map((row) => [row.text, row[name]]);

    it('gives each message the turn that wrote it', () => {
      expect(column('turn_id')).toEqual([
        ['the bot', 1],
        ['to Lan', 2],
        ['sent', 2],
        ['list', 3],
        ['a card', null],
        ['a digest', null],
        ['lost', null],
      ]);
    });

    it('gives each message to a member its notices', () => {
      expect(column('notices').filter(([, notices]) => notices !== '')).toEqual([
        ['a card', '1'],
        ['a digest', '3,4'],
      ]);
    });

    it('gives each message with buttons or choices its tickets', () => {
      expect(column('tickets').filter(([, tickets]) => tickets !== '')).toEqual([
        ['sent', '101'],
        ['list', '101,102'],
      ]);
    });

    it("separates the reason for a failed send from the platform's words", () => {
      const failures = (found.messages as { failure: string; detail: string }[]).map(
        ({ failure, detail }) => [failure, detail],
      );
      expect(failures.filter(([failure]) => failure !== null)).toEqual([
        ['window-closed', null],
        ['blocked', '-213'],
        ['window-closed', '-230'],
        ['later', 'too many requests'],
        ['unconfirmed', 'connection reset'],
      ]);
      expect(found.attempts).toEqual([
        { outcome: 'sent', detail: null },
        { outcome: 'refused', detail: '-249 no template' },
      ]);
    });

    it('lets a member retract an earlier message, by its turn', () => {
      expect(found.buttons).toEqual([
        { data: { ticket: '101' } },
        { data: { ticket: '101', at: '200', turn: '2' } },
      ]);
      expect(found.chats).toEqual([{ last: null }, { last: { ticket: 101, turnId: 2 } }]);
    });
  });
}

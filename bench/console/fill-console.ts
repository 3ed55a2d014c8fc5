import { type RawBuilder, sql } from 'kysely';
import { freshState } from '../../src/conversation/state.ts';
import type { Database } from '../../src/database/database.ts';
import { dayMs, hourMs } from '../../src/durations.ts';
import { oaId } from '../../test/helpers/actor-fixture.ts';

/** How much there is to fill in. */
export interface ConsoleSize {
  tickets: number;
  /** Half of them from residents, half to them. */
  messages: number;
  /** The same seed makes the same rows. */
  seed: number;
}

interface Filling extends ConsoleSize {
  database: Database;
  now: number;
  /** Villages that `fillArea` has made, with four members each. */
  villages: number;
  report(line: string): void;
}

/** Rows of one statement. */
const batch = 10_000;
const spanMs = 730 * dayMs;
/** Residents who never stop writing, and the share of all messages that is theirs: one of so many. */
const talkative = 50;
const talkativeEvery = 20;
const first = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middle = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Ngọc', 'Quang', 'Hữu', 'Xuân', 'Kim'];
const last = [
  'Hoa',
  'Lan',
  'Tư',
  'Bảy',
  'Hùng',
  'Dũng',
  'Mai',
  'Đào',
  'Phượng',
  'Tuấn',
  'Sơn',
  'Thắm',
  'Yến',
  'Ước',
];
const topics = ['vneid', 'land', 'residence', 'etax-mobile', 'digital-signature', 'public-services'];
const words = 'Dạ nhà tôi ở đầu thôn muốn hỏi thủ tục này cần những giấy tờ gì, nộp ở đâu và mất bao lâu ạ';

/**
 * Fills tables with residents, tickets with their timelines, and messages over two years, one ticket of twenty still
 * open, straight into the database.
 */
export async function fillConsole(filling: Filling): Promise<void> {
  const { tickets, messages, database } = filling;
  const residents = Math.ceil(tickets / 2);
  const rest = Math.max(0, Math.ceil(messages / 2) - tickets);
  const sqls = createStatements(filling, residents);
  await sqls.oa.execute(database.db);
  await inBatches(filling, 'residents', residents, sqls.residents);
  await inBatches(filling, 'messages from residents', rest, sqls.incoming);
  await inBatches(filling, 'messages to residents', rest, sqls.outgoing);
  await inBatches(filling, 'tickets with their questions and answers', tickets, sqls.tickets);
}

type Statements = (from: number, to: number) => RawBuilder<unknown>[];

async function inBatches(
  { database, report }: Filling,
  what: string,
  count: number,
  statements: Statements,
): Promise<void> {
  const every = Math.max(batch, Math.ceil(count / 5 / batch) * batch);
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count) - 1;
    for (const statement of statements(from, to)) await statement.execute(database.db);
    if ((to + 1) % every === 0 || to + 1 === count) report(`${what}: ${to + 1} of ${count}`);
  }
}

function createStatements({ seed, now, villages, tickets, messages }: Filling, residents: number) {
  /** A number from 0 to below n for row i, by chance. @param salt tells the columns apart */
  const chance = (n: number, salt: number) =>
    sql`((hashint8extended(i, ${seed * 1_000 + salt}::bigint) & 9223372036854775807) % ${n}::bigint)::int`;
  const oneOf = (all: readonly string[], salt: number) =>
    sql`(${[...all]}::text[])[1 + ${chance(all.length, salt)}]`;
  const rows = (from: number, to: number) => sql`generate_series(${from}::bigint, ${to}::bigint) i`;
  /** Row i of `count`, evenly over the span. */
  const at = (count: number) => sql`(${now - spanMs}::bigint + (i * ${spanMs / count}::float8)::bigint)`;
  const writer = sql`case when i % ${talkativeEvery} = 0 then i % ${talkative} else ${chance(residents, 1)} end`;
  const rest = Math.max(1, Math.ceil(messages / 2) - tickets);
  const event = sql`jsonb_build_object('kind', 'message', 'text', ${words}::text || ' ' || i, 'attachments', '[]'::jsonb)`;
  const content = sql`jsonb_build_object('kind', 'text', 'text', ${words}::text || ' ' || i)`;

  return {
    oa: sql`insert into oas (oa_id, name, area_id, token_state, access_expires_at, refresh_expires_at, connected_at, last_event_at)
      values (${oaId}, 'Xã Thử', 'xa', 'ok', ${now + dayMs}, ${now + 80 * dayMs}, ${now - spanMs}, ${now})
      on conflict do nothing`,
    residents: (from: number, to: number) => [
      sql`insert into conversations (oa_id, person_id, state, last_interaction_at, display_name, origin, created_at)
        select ${oaId}, 'dan-' || i, ${JSON.stringify(freshState)}::jsonb, ${now}::bigint - ${chance(30, 2)} * ${dayMs / 4}::bigint,
          concat_ws(' ', ${oneOf(first, 3)}, ${oneOf(middle, 4)}, ${oneOf(middle, 5)}, ${oneOf(last, 6)}), 'test', ${now - spanMs}
        from ${rows(from, to)}`,
    ],
    incoming: (from: number, to: number) => [
      sql`insert into incoming_events (delivery_key, oa_id, person_id, kind, event_name, occurred_at, received_at, event,
          handled_at, outcome, origin)
        select 'm-' || i, ${oaId}, 'dan-' || (${writer}), 'message', 'user_send_text', ${at(rest)}, ${at(rest)}, ${event},
          ${at(rest)}, 'replied', 'test'
        from ${rows(from, to)}`,
    ],
    outgoing: (from: number, to: number) => [
      sql`insert into outgoing_messages (conversation_id, content, state, sent_at, delivered_at, intent, outcome, origin, created_at)
        select (select min(id) from conversations where person_id = 'dan-0') + (${writer}), ${content}, 'sent', ${at(rest)},
          ${at(rest)}, 'card-fee', 'answer', 'test', ${at(rest)}
        from ${rows(from, to)}`,
    ],
    tickets: (from: number, to: number) => [
      sql`with made as (
          select i, (select min(id) from conversations where person_id = 'dan-0') + ${chance(residents, 11)} as conversation,
            ${chance(villages, 12)} as village, ${at(tickets)} as created,
            case when i < ${Math.floor(tickets * 0.8)} or ${chance(4, 13)} > 0 then 'resolved'
              else (array['new', 'new', 'open', 'open', 'waiting'])[1 + ${chance(5, 14)}] end as status
          from ${rows(from, to)})
        insert into tickets (conversation_id, oa_id, kind, topic, status, reason, done, area_id, team_id, assignee_id, urgent,
          summary, claimed_at, first_answered_at, last_resident_at, last_answer_at, resolved_at, origin, created_at, updated_at)
        select conversation, ${oaId}, ${oneOf(['question', 'question', 'call-back', 'media'], 15)}, ${oneOf(topics, 16)}, status,
          case when status = 'resolved' then 'solved' end, case when status = 'resolved' then 'called' end,
          'thon-' || village, 'to-thon-' || village,
          case when status <> 'new' then 'nguoi-' || (village + ${villages}::int * ${chance(4, 17)}) end,
          status <> 'resolved' and ${chance(20, 18)} = 0,
          jsonb_build_object('messages', jsonb_build_array(
            jsonb_build_object('from', 'resident', 'text', ${words}::text || ' ' || i, 'at', created),
            jsonb_build_object('from', 'bot', 'text', ${words}::text, 'at', created + 1000),
            jsonb_build_object('from', 'resident', 'text', 'cho tôi gặp cán bộ', 'at', created + 60000))),
          case when status <> 'new' then created + ${hourMs} end, case when status <> 'new' then created + ${2 * hourMs} end, created,
          case when status <> 'new' then created + ${2 * hourMs} end, case when status = 'resolved' then created + ${dayMs} end,
          'test', created, created
        from made order by i`,
      ...aboutTickets(from, to),
    ],
  };

  /** The question, the answer, the timeline, the timers and the offers of tickets that were just made. */
  function aboutTickets(from: number, to: number) {
    const made = sql`(select t.*, c.person_id, t.id as i from tickets t join conversations c on c.id = t.conversation_id
      where t.id >= (select min(id) from tickets) + ${from} and t.id <= (select min(id) from tickets) + ${to} order by t.id) t`;
    return [
      sql`insert into incoming_events (delivery_key, oa_id, person_id, kind, event_name, occurred_at, received_at, event,
          handled_at, outcome, origin)
        select 't-' || i, ${oaId}, person_id, 'message', 'user_send_text', created_at, created_at, ${event}, created_at, 'replied', 'test'
        from ${made}`,
      sql`insert into outgoing_messages (conversation_id, content, state, sent_at, delivered_at, intent, outcome, ticket_id, origin, created_at)
        select conversation_id, ${content}, 'sent', created_at + ${2 * hourMs}, created_at + ${2 * hourMs},
          case when status = 'new' then 'ticket' else 'member-answer' end, null, id, 'test', created_at + ${2 * hourMs}
        from ${made}`,
      sql`insert into ticket_events (ticket_id, event, at, actor_kind, actor_id, reason, data)
        select t.id, e.event, t.created_at + e.after, e.actor, case when e.actor = 'member' then t.assignee_id end, e.reason,
          case when e.event = 'noted' then (select jsonb_build_object('events', jsonb_build_array(m.id))
            from incoming_events m where m.delivery_key = 't-' || t.id) else '{}'::jsonb end
        from ${made} join lateral (values
          ('opened', 0, 'resident', null, true), ('offered', 1000, 'clock', null, true),
          ('noted', 60000, 'resident', 'message', true),
          ('escalated', ${2 * hourMs}, 'clock', 'first-answer-missed', t.status in ('new', 'open') and ${chance(3, 21)} = 0),
          ('claimed', ${hourMs}, 'member', null, t.status <> 'new'),
          ('answered', ${2 * hourMs}, 'member', null, t.status <> 'new'),
          ('resolved', ${dayMs}, 'member', 'solved', t.status = 'resolved')) e (event, after, actor, reason, happens) on e.happens
        order by t.id, e.after`,
      sql`insert into ticket_timers (ticket_id, kind, due_at)
        select t.id, k.kind, ${now}::bigint + (${chance(96, 22)} - 12) * ${hourMs}::bigint
        from ${made} join lateral (values ('first-answer', t.status = 'new'), ('next-answer', t.status = 'open'),
          ('resolution', t.status in ('open', 'waiting'))) k (kind, runs) on k.runs`,
      sql`insert into ticket_offers (ticket_id, member_id, round, offered_at)
        select t.id, 'nguoi-' || (substring(t.team_id from '[0-9]+')::int + ${villages}::int * m), 1, t.created_at
        from ${made} cross join generate_series(0, 2) m where t.status = 'new'`,
    ];
  }
}

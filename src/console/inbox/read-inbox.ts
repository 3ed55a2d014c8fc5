import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { WindowAt } from '../../conversation/window.ts';
import type { Tables } from '../../database/schema.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { type Sight, visibleTo } from '../access/sight.ts';
import type { InboxList, InboxQuery } from './inbox-query.ts';
import { isOverdue } from './is-overdue.ts';

/** How many tickets one page shows. */
const pageSize = 30;

/** The tickets of one page of the inbox. */
export interface InboxPage {
  /** In the order of the page. */
  ids: number[];
  /** Of these, the ones whose promised time has passed. */
  overdue: ReadonlySet<number>;
  hasMore: boolean;
}

interface InboxRequest {
  query: InboxQuery;
  sight: Sight;
  roster: Roster;
  windowAt: WindowAt;
  now: number;
}

const listed: Record<InboxList, (request: Pick<InboxRequest, 'sight' | 'now'>) => RawBuilder<boolean>> = {
  new: () => sql<boolean>`t.status = 'new'`,
  mine: ({ sight }) => sql<boolean>`t.assignee_id = ${sight.memberId} and t.status in ('open', 'waiting')`,
  waiting: () => sql<boolean>`t.status = 'waiting'`,
  overdue: ({ now }) => isOverdue(now),
  all: () => sql<boolean>`t.status <> 'resolved'`,
  done: () => sql<boolean>`t.status = 'resolved'`,
};

/** One page of a list: what expires first stands first, what is done last stands first among the done ones. */
export async function readInbox(db: Kysely<Tables>, request: InboxRequest): Promise<InboxPage> {
  const { query, sight, now } = request;
  const { rows } = await sql<{ id: number; overdue: boolean }>`
    select t.id, ${isOverdue(now)} as overdue
    from tickets t ${query.list === 'done' ? sql`` : dueTimes}
    where ${visibleTo(sight)} and ${listed[query.list](request)} and ${filterOf(request)}
    order by ${orderOf(request)}
    limit ${pageSize + 1} offset ${(query.page - 1) * pageSize}`.execute(db);
  const shown = rows.slice(0, pageSize);
  return {
    ids: shown.map(({ id }) => Number(id)),
    overdue: new Set(shown.filter(({ overdue }) => overdue).map(({ id }) => Number(id))),
    hasMore: rows.length > pageSize,
  };
}

/** How many tickets each list has; not counted for the done ones, which only grow. */
export async function countInbox(
  db: Kysely<Tables>,
  request: Pick<InboxRequest, 'sight' | 'now'>,
): Promise<Partial<Record<InboxList, number>>> {
  const lists = (['new', 'mine', 'waiting', 'overdue', 'all'] as const).map(
    (list) => sql`count(*) filter (where ${listed[list](request)}) as ${sql.ref(list)}`,
  );
  const { rows } = await sql<Record<string, number | string>>`
    select ${sql.join(lists)} from tickets t
    where ${visibleTo(request.sight)} and t.status <> 'resolved'`.execute(db);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([list, count]) => [list, Number(count)]));
}

function filterOf({ query, roster }: InboxRequest): RawBuilder<boolean> {
  const { areaId, topic, kind, memberId, search } = query;
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (areaId) {
    const areaIds = [areaId, ...roster.tree.listBelow(areaId).map((area) => area.areaId)];
    conditions.push(sql<boolean>`t.area_id = any(${areaIds})`);
  }
  if (topic) conditions.push(sql<boolean>`t.topic = ${topic}`);
  if (kind) conditions.push(sql<boolean>`t.kind = ${kind}`);
  if (memberId) conditions.push(sql<boolean>`t.assignee_id = ${memberId}`);
  if (search) conditions.push(matches(search));
  return sql.join(conditions, sql` and `) as RawBuilder<boolean>;
}

function matches(search: string): RawBuilder<boolean> {
  const number = /^#?(\d{1,9})$/.exec(search)?.[1];
  if (number) return sql<boolean>`t.number = ${Number(number)}`;
  const folded = foldText(search);
  if (folded === '') return sql<boolean>`false`;
  const part = `%${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  // As an array, so that the names are read once and first: a planner that takes a name for a frequent one would look
  // up the resident of every ticket.
  return sql<boolean>`t.conversation_id = any(array(
    select c.id from conversations c where c.folded_name like ${part}))`;
}

/** Open tickets alone have timers, so reading all of them once is quicker than looking each ticket up. */
const dueTimes = sql`left join (
  select ticket_id, min(due_at) filter (where kind <> 'resolution') as answer_at,
    min(due_at) filter (where kind = 'resolution') as close_at
  from ticket_timers where kind in ('first-answer', 'next-answer', 'resolution')
  group by ticket_id) due on due.ticket_id = t.id`;

/** By the next of: the promised time, and the end of the hours in which Zalo lets us write. */
function orderOf({ query, windowAt, now }: InboxRequest): RawBuilder<unknown> {
  if (query.list === 'done') return sql`t.resolved_at desc nulls last, t.id desc`;
  const freeMs = windowAt(now, now).freeUntil - now;
  // A join would read every conversation for the few tickets that are open.
  const freeUntil = sql`(select c.last_interaction_at + ${freeMs}::bigint from conversations c
    where c.id = t.conversation_id and c.last_interaction_at + ${freeMs}::bigint > ${now}::bigint)`;
  return sql`t.urgent desc, coalesce(least(due.answer_at, ${freeUntil}), due.close_at, t.created_at), t.number`;
}

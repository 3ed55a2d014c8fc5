import { type RawBuilder, sql, type Transaction } from 'kysely';
import { writeOutbox } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';
import type { Ticket, TicketEdit } from '../model/ticket-edit.ts';
import { dropNotices, saveNotices } from './save-notices.ts';
import { saveUnknownPlaces } from './unknown-places.ts';

/** Columns that may change after a ticket was opened, with their types. */
const columns: [keyof Ticket, string][] = [
  ['kind', 'text'],
  ['topic', 'text'],
  ['status', 'text'],
  ['reason', 'text'],
  ['done', 'text'],
  ['merged_into', 'integer'],
  ['area_id', 'text'],
  ['village_text', 'text'],
  ['team_id', 'text'],
  ['assignee_id', 'text'],
  ['urgent', 'boolean'],
  ['level_round', 'integer'],
  ['phone_encrypted', 'text'],
  ['claimed_at', 'bigint'],
  ['first_answered_at', 'bigint'],
  ['last_resident_at', 'bigint'],
  ['last_answer_at', 'bigint'],
  ['holding_reply_at', 'bigint'],
  ['resolved_at', 'bigint'],
  ['rating', 'integer'],
];
const names = sql.raw(columns.map(([name]) => name).join(', '));
const newNames = sql.raw(columns.map(([name]) => `v.${name}`).join(', '));
const typedNames = sql.raw(columns.map(([name, type]) => `${name} ${type}`).join(', '));

interface SaveParams {
  trx: Transaction<Tables>;
  now: number;
  /** Id of the incoming event of this turn. */
  turnId?: number | undefined;
}

/**
 * Saves all changes, of many tickets at once: one statement writes tickets, timeline, offers and timers; then follow
 * the messages to residents and the notices to members.
 */
export async function saveEdits(
  edits: readonly TicketEdit[],
  { trx, now, turnId }: SaveParams,
): Promise<void> {
  await endOffers(trx, edits, now);
  const parts = [
    tickets(edits, now),
    timeline(edits, now),
    newOffers(edits, now),
    stoppedTimers(edits),
    armedTimers(edits),
  ].filter((part) => part !== undefined);
  if (parts.length > 0) await sql`with ${sql.join(parts)} select 1`.execute(trx);
  await saveUnknownPlaces(trx, edits, now);
  await saveNotices(trx, edits, now);
  for (const { ticket, person, changes } of edits) {
    const { conversationId } = person;
    await writeOutbox(trx, { conversationId, drafts: changes.drafts, origin: ticket.origin, now, turnId });
  }
}

type Part = RawBuilder<unknown> | undefined;

function tickets(edits: readonly TicketEdit[], now: number): Part {
  const rows = edits
    .filter(({ changes }) => changes.isChanged)
    .map(({ ticket }) =>
      Object.fromEntries([['id', ticket.id], ...columns.map(([name]) => [name, ticket[name]])]),
    );
  return buildStep(
    rows,
    (table) => sql`changed as (
      update tickets t set (${names}, updated_at) = (${newNames}, ${now}::bigint)
      from ${table} as v (id bigint, ${typedNames}) where t.id = v.id)`,
  );
}

function timeline(edits: readonly TicketEdit[], now: number): Part {
  const rows = edits.flatMap(({ ticket, changes }) =>
    changes.timeline.map(({ event, actor, reason, text, data = {} }) => ({
      id: ticket.id,
      event,
      actor: actor.kind,
      actor_id: actor.id,
      reason,
      data: text === undefined ? data : { ...data, text },
    })),
  );
  return buildStep(
    rows.map((row, place) => ({ ...row, place })),
    (table) => sql`happened as (
      insert into ticket_events (ticket_id, event, at, actor_kind, actor_id, reason, data)
      select id, event, ${now}::bigint, actor, actor_id, reason, data
      from ${table} as v (id bigint, event text, actor text, actor_id text, reason text, data jsonb, place integer)
      order by place)`,
  );
}

/** A statement of its own, before new offers are inserted: a member may get another offer of the same ticket. */
async function endOffers(trx: Transaction<Tables>, edits: readonly TicketEdit[], now: number): Promise<void> {
  const ended = edits.filter(({ changes, offers }) => changes.closesOffers && offers.length > 0);
  if (ended.length > 0) {
    await trx
      .updateTable('ticket_offers')
      .set({ closed_at: now })
      .where(
        'ticket_id',
        'in',
        ended.map(({ ticket }) => ticket.id),
      )
      .where('closed_at', 'is', null)
      .execute();
    await dropNotices(trx, ended, now);
  }
  for (const { ticket, changes } of edits) {
    if (changes.declinedBy.size === 0) continue;
    await trx
      .updateTable('ticket_offers')
      .set({ closed_at: now, declined_at: now })
      .where('ticket_id', '=', ticket.id)
      .where('member_id', 'in', [...changes.declinedBy])
      .execute();
  }
}

function newOffers(edits: readonly TicketEdit[], now: number): Part {
  const rows = edits.flatMap(({ ticket, changes }) =>
    changes.newOffers.map(({ memberId, round }) => ({ id: ticket.id, member_id: memberId, round })),
  );
  return buildStep(
    rows,
    (table) => sql`offered as (
      insert into ticket_offers (ticket_id, member_id, round, offered_at)
      select id, member_id, round, ${now}::bigint from ${table} as v (id bigint, member_id text, round integer)
      on conflict (ticket_id, member_id, round) do update set offered_at = excluded.offered_at, closed_at = null)`,
  );
}

function stoppedTimers(edits: readonly TicketEdit[]): Part {
  const rows = edits.flatMap(({ ticket, changes }) =>
    [...changes.disarmed].map((kind) => ({ id: ticket.id, kind })),
  );
  // Repeats the ids because the planner otherwise scans all timers: it expects many rows.
  const ids = rows.map(({ id }) => id);
  return buildStep(
    rows,
    (table) => sql`stopped as (
      delete from ticket_timers t using ${table} as v (id bigint, kind text)
      where t.ticket_id = any (${ids}::bigint[]) and t.ticket_id = v.id and t.kind = v.kind)`,
  );
}

function armedTimers(edits: readonly TicketEdit[]): Part {
  const rows = edits.flatMap(({ ticket, changes }) =>
    [...changes.armed].map(([kind, dueAt]) => ({ id: ticket.id, kind, due_at: Math.ceil(dueAt) })),
  );
  return buildStep(
    rows,
    (table) => sql`armed as (
      insert into ticket_timers (ticket_id, kind, due_at)
      select id, kind, due_at from ${table} as v (id bigint, kind text, due_at bigint)
      on conflict (ticket_id, kind) do update set due_at = excluded.due_at)`,
  );
}

/** One step of the statement, over rows passed as JSON; undefined when there is nothing to write. */
function buildStep(
  rows: readonly object[],
  build: (table: RawBuilder<unknown>) => RawBuilder<unknown>,
): Part {
  if (rows.length === 0) return undefined;
  return build(sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`);
}

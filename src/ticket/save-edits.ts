import { sql, type Transaction } from 'kysely';
import { writeOutbox } from '../conversation/outbox.ts';
import type { Tables } from '../database/schema.ts';
import { saveNotices } from './save-notices.ts';
import type { Ticket, TicketEdit } from './ticket-edit.ts';

/** Columns that change after a ticket was opened, with their types. */
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
  ['held_line_at', 'bigint'],
  ['resolved_at', 'bigint'],
  ['rating', 'integer'],
];
const names = sql.raw(columns.map(([name]) => name).join(', '));
const newNames = sql.raw(columns.map(([name]) => `v.${name}`).join(', '));
const typedNames = sql.raw(columns.map(([name, type]) => `${name} ${type}`).join(', '));

/** Writes down all that changed: tickets, timeline, offers, clocks and what is to be said, many at once. */
export async function saveEdits(
  trx: Transaction<Tables>,
  edits: readonly TicketEdit[],
  now: number,
): Promise<void> {
  await saveRows(trx, edits, now);
  await saveTimeline(trx, edits, now);
  await saveOffers(trx, edits, now);
  await saveTimers(trx, edits);
  await saveNotices(trx, edits, now);
  for (const { ticket, person, changes } of edits) {
    const { conversationId } = person;
    await writeOutbox(trx, { conversationId, drafts: changes.drafts, origin: ticket.origin, now });
  }
}

async function saveRows(trx: Transaction<Tables>, edits: readonly TicketEdit[], now: number): Promise<void> {
  const changed = edits.filter(({ changes }) => changes.isChanged);
  if (changed.length === 0) return;
  const rows = changed.map(({ ticket }) =>
    Object.fromEntries([['id', ticket.id], ...columns.map(([name]) => [name, ticket[name]])]),
  );
  await sql`
    update tickets t set (${names}, updated_at) = (${newNames}, ${now}::bigint)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (id bigint, ${typedNames})
    where t.id = v.id`.execute(trx);
}

async function saveTimeline(
  trx: Transaction<Tables>,
  edits: readonly TicketEdit[],
  now: number,
): Promise<void> {
  const rows = edits.flatMap(({ ticket, changes }) =>
    changes.happenings.map(({ event, actor, reason, data }) => ({
      ticket_id: ticket.id,
      event,
      at: now,
      actor_kind: actor.kind,
      actor_id: actor.id ?? null,
      reason: reason ?? null,
      data: JSON.stringify(data ?? {}),
    })),
  );
  if (rows.length > 0) await trx.insertInto('ticket_events').values(rows).execute();
}

async function saveOffers(
  trx: Transaction<Tables>,
  edits: readonly TicketEdit[],
  now: number,
): Promise<void> {
  const closed = edits.filter(({ changes }) => changes.closesOffers).map(({ ticket }) => ticket.id);
  if (closed.length > 0) {
    await trx
      .updateTable('ticket_offers')
      .set({ closed_at: now })
      .where('ticket_id', 'in', closed)
      .where('closed_at', 'is', null)
      .execute();
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
  const rows = edits.flatMap(({ ticket, changes }) =>
    changes.newOffers.map(({ memberId, round }) => ({
      ticket_id: ticket.id,
      member_id: memberId,
      round,
      offered_at: now,
      closed_at: null,
    })),
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('ticket_offers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['ticket_id', 'member_id', 'round']).doUpdateSet({ offered_at: now, closed_at: null }),
    )
    .execute();
}

async function saveTimers(trx: Transaction<Tables>, edits: readonly TicketEdit[]): Promise<void> {
  const gone = edits.flatMap(({ ticket, changes }) =>
    [...changes.disarmed].map((kind) => ({ ticket_id: ticket.id, kind })),
  );
  if (gone.length > 0) {
    await sql`
      delete from ticket_timers t using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
        as v (ticket_id bigint, kind text)
      where t.ticket_id = v.ticket_id and t.kind = v.kind`.execute(trx);
  }
  const armed = edits.flatMap(({ ticket, changes }) =>
    [...changes.armed].map(([kind, dueAt]) => ({ ticket_id: ticket.id, kind, due_at: Math.ceil(dueAt) })),
  );
  if (armed.length === 0) return;
  await trx
    .insertInto('ticket_timers')
    .values(armed)
    .onConflict((conflict) =>
      conflict.columns(['ticket_id', 'kind']).doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
    )
    .execute();
}

import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { noticesOf } from '../model/notices.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';

/** Saves notices to members together with the change; messages of a resident join a notice that is not sent yet. */
export async function saveNotices(
  trx: Transaction<Tables>,
  edits: readonly TicketEdit[],
  now: number,
): Promise<void> {
  const rows = edits.flatMap((edit) =>
    noticesOf(edit).map(({ memberId, kind, data, delayMs }) => {
      edit.changes.tellAt.add(delayMs === 0 ? 0 : now + delayMs);
      return {
        ticket_id: edit.ticket.id,
        member_id: memberId,
        kind,
        data,
        urgent: edit.ticket.urgent,
        due_at: now + delayMs,
      };
    }),
  );
  if (rows.length === 0) return;
  await sql`
    insert into member_notices as n (member_id, ticket_id, kind, data, urgent, due_at, created_at)
    select distinct on (member_id, ticket_id, kind) member_id, ticket_id, kind, data, urgent, due_at, ${now}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v (member_id text, ticket_id bigint, kind text, data jsonb, urgent boolean, due_at bigint)
    on conflict (member_id, ticket_id, kind) where told_at is null do update set
      urgent = n.urgent or excluded.urgent,
      data = case when n.data ? 'events'
        then jsonb_set(n.data, '{events}', (n.data -> 'events') || (excluded.data -> 'events'))
        else excluded.data end`.execute(trx);
}

/**
 * Drops pending notices of ended offers, so that unreachable members do not collect thousands of them. A notice that a
 * worker is sending is left: the worker checks it again.
 */
export async function dropNotices(
  trx: Transaction<Tables>,
  ended: readonly TicketEdit[],
  now: number,
): Promise<void> {
  const ids = ended.map(({ ticket }) => ticket.id);
  const holders = ended.flatMap(({ ticket }) => ticket.assignee_id ?? []);
  // Arrays instead of a join: otherwise the planner scans all notices, because it expects few.
  await sql`
    update member_notices set told_at = ${now}, outcome = 'stale', leased_until = null, waits_for = null
    where id = any (array (
      select id from member_notices
      where ticket_id = any (${ids}::bigint[]) and told_at is null and kind in ('offer', 'remind')
        and member_id <> all (${holders}::text[])
      for update skip locked))`.execute(trx);
}

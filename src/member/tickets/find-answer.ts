import { sql, type Transaction } from 'kysely';
import { memberAnswer } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';

/** When a member wrote an answer in a turn, and when the answer before it was given; undefined for no answer. */
export async function findAnswer(
  trx: Transaction<Tables>,
  { ticketId, turnId }: { ticketId: number; turnId: number },
): Promise<{ at: number; previousAt: number | null } | undefined> {
  const { rows } = await sql<{ at: number; previous_at: number | null }>`
    select said.at, (select max(v.at) from ticket_events v
      where v.ticket_id = ${ticketId} and v.event = 'answered' and v.at < said.at) as previous_at
    from (select min(created_at) as at from outgoing_messages
      where ticket_id = ${ticketId} and turn_id = ${turnId} and intent = ${memberAnswer}) said
    where said.at is not null`.execute(trx);
  const [row] = rows;
  return row && { at: Number(row.at), previousAt: row.previous_at === null ? null : Number(row.previous_at) };
}

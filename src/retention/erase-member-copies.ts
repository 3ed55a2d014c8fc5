import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

interface EraseCopiesParams {
  /** The resident's own. */
  conversationId: number;
  tickets: readonly { id: number; number: number; created_at: number }[];
}

/**
 * Erases the messages that members received about a resident's tickets, including lists that mention other residents
 * too, and the words that the members wrote in those turns. Keeps their events without words: the delivery key is still
 * needed.
 */
export async function eraseMemberCopies(
  trx: Transaction<Tables>,
  { conversationId, tickets }: EraseCopiesParams,
): Promise<void> {
  if (tickets.length === 0) return;
  const ids = tickets.map(({ id }) => id);
  const since = Math.min(...tickets.map(({ created_at }) => created_at));
  const numbers = tickets.map(({ number }) => number);
  const { rows } = await sql<{ id: number }>`
    select o.id from outgoing_messages o
    where o.conversation_id <> ${conversationId} and o.state <> 'sending' and o.created_at >= ${since}
      and (o.ticket_id = any(${ids}) or (o.ticket_numbers && ${numbers}::int[]
        and o.conversation_id in (
          select c.id from conversations c join member_links l on l.oa_id = c.oa_id and l.person_id = c.person_id)))`.execute(
    trx,
  );
  if (rows.length === 0) return;
  const messageIds = rows.map(({ id }) => id);
  await sql`
    update incoming_events e set event = jsonb_set(e.event - 'text', '{attachments}', '[]')
    from outgoing_messages o
    where o.id = any(${messageIds}) and e.id = o.turn_id and e.kind = 'message'`.execute(trx);
  await trx.deleteFrom('outgoing_messages').where('id', 'in', messageIds).execute();
}

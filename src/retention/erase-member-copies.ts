import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

interface ForgetRequest {
  /** The resident's own. */
  conversationId: number;
  tickets: readonly { id: number; number: number; created_at: number }[];
}

/**
 * Erases what members were sent about somebody's follow-ups, lists with other people's lines in them included, and the
 * words of what they wrote at that. Their events stay without words: the key of a delivery is still needed.
 */
export async function eraseMemberCopies(
  trx: Transaction<Tables>,
  { conversationId, tickets }: ForgetRequest,
): Promise<void> {
  if (tickets.length === 0) return;
  const ids = tickets.map(({ id }) => id);
  const since = Math.min(...tickets.map(({ created_at }) => created_at));
  const namesOne = `"ticket": "(${tickets.map(({ number }) => number).join('|')})"`;
  const { rows } = await sql<{ id: number }>`
    select o.id from outgoing_messages o
    where o.conversation_id <> ${conversationId} and o.state <> 'sending' and o.created_at >= ${since}
      and (o.ticket_id = any(${ids}) or (o.ticket_id is null and o.content::text ~ ${namesOne}
        and o.conversation_id in (
          select c.id from conversations c join member_links l on l.oa_id = c.oa_id and l.person_id = c.person_id)))`.execute(
    trx,
  );
  if (rows.length === 0) return;
  const said = rows.map(({ id }) => id);
  // What was written and what was said to it are of one turn, so of one time.
  await sql`
    update incoming_events e set event = jsonb_set(e.event - 'text', '{attachments}', '[]')
    from outgoing_messages o join conversations c on c.id = o.conversation_id
    where o.id = any(${said}) and e.oa_id = c.oa_id and e.person_id = c.person_id and e.kind = 'message'
      and e.handled_at = o.created_at`.execute(trx);
  await trx.deleteFrom('outgoing_messages').where('id', 'in', said).execute();
}

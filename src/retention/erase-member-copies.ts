import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

interface EraseCopiesParams {
  /** The resident's own. */
  conversationId: number;
  tickets: readonly { id: number; number: number; created_at: number }[];
}

/** What the statements need of the tickets. */
interface Scope {
  conversationId: number;
  ids: number[];
  numbers: number[];
  /** When the first ticket was opened, epoch ms. */
  since: number;
}

/**
 * Erases what members read and wrote about a resident's tickets: the messages that they received, including lists that
 * mention other residents too; the words of the turns that wrote such a message or one to the resident, and those that
 * name a ticket; and what waits in a member's chat. Keeps their events without words: the delivery key is still needed.
 */
export async function eraseMemberCopies(
  trx: Transaction<Tables>,
  { conversationId, tickets }: EraseCopiesParams,
): Promise<void> {
  if (tickets.length === 0) return;
  const scope = {
    conversationId,
    ids: tickets.map(({ id }) => id),
    numbers: tickets.map(({ number }) => number),
    since: Math.min(...tickets.map(({ created_at }) => created_at)),
  };
  const copies = await listCopies(trx, scope);
  await eraseMemberWords(trx, scope, copies);
  await eraseChats(trx, scope);
  if (copies.length > 0) await trx.deleteFrom('outgoing_messages').where('id', 'in', copies).execute();
}

/** Messages about the tickets in the conversations of others. */
async function listCopies(trx: Transaction<Tables>, scope: Scope): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select o.id from outgoing_messages o
    where o.conversation_id <> ${scope.conversationId} and o.state <> 'sending' and o.created_at >= ${scope.since}
      and (o.ticket_id = any(${scope.ids}) or (o.ticket_numbers && ${scope.numbers}::int[]
        and o.conversation_id in (
          select c.id from conversations c join member_links l on l.oa_id = c.oa_id and l.person_id = c.person_id)))`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

async function eraseMemberWords(
  trx: Transaction<Tables>,
  { conversationId, numbers, since }: Scope,
  copies: readonly number[],
): Promise<void> {
  const named = `(^|[^0-9])(${numbers.join('|')})([^0-9]|$)`;
  await sql`
    update incoming_events e set event = jsonb_set(e.event - 'text', '{attachments}', '[]')
    where e.kind = 'message' and (
      e.id in (select o.turn_id from outgoing_messages o
        where o.id = any(${copies}) or o.conversation_id = ${conversationId} and o.created_at >= ${since})
      or e.received_at >= ${since} and e.event ->> 'text' ~ ${named} and exists (
        select 1 from member_links l where l.oa_id = e.oa_id and l.person_id = e.person_id))`.execute(trx);
}

/** Words that wait in a chat for the resident's ticket, or for none yet, may be about the resident. */
async function eraseChats(trx: Transaction<Tables>, { ids, numbers }: Scope): Promise<void> {
  await sql`
    update member_chats m set state = (m.state - 'pendingReply' - 'lastSent' - 'closing' - 'noting')
      || jsonb_build_object(
        'relays', coalesce((select jsonb_agg(r) from jsonb_array_elements(m.state -> 'relays') r
          where (r ->> 'ticket')::int <> all(${numbers}::int[])), '[]'),
        'pending', coalesce((select jsonb_agg(p) from jsonb_array_elements(m.state -> 'pending') p
          where (p ->> 'ticket')::int <> all(${numbers}::int[])), '[]'))
    where m.member_id in (
        select assignee_id from tickets where id = any(${ids}) and assignee_id is not null
        union select member_id from ticket_offers where ticket_id = any(${ids}))
      or (m.state -> 'lastSent' ->> 'ticket')::int = any(${numbers}::int[])
      or exists (select 1 from jsonb_array_elements(m.state -> 'relays') r
        where (r ->> 'ticket')::int = any(${numbers}::int[]))`.execute(trx);
}

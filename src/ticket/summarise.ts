import { sql } from 'kysely';
import type { TicketSummary } from '../database/ticket-tables.ts';
import type { DeskTurn } from './ticket-desk.ts';

const summaryLength = 10;

/** The last masked messages of both sides: what a member must know before answering. */
export async function summarise({
  trx,
  conversationId,
  person,
}: Pick<DeskTurn, 'trx' | 'conversationId' | 'person'>): Promise<TicketSummary> {
  const { rows } = await sql<TicketSummary['messages'][number]>`
    select * from (
      (select 'resident' as "from", coalesce(event ->> 'text', event -> 'attachments' -> 0 ->> 'kind', '') as text,
        occurred_at as at
      from incoming_events
      where oa_id = ${person.oaId} and person_id = ${person.personId} and kind = 'message'
      order by occurred_at desc limit ${summaryLength})
      union all
      (select 'bot', coalesce(content ->> 'text', ''), created_at
      from outgoing_messages where conversation_id = ${conversationId}
      order by id desc limit ${summaryLength})
    ) said order by at desc limit ${summaryLength}`.execute(trx);
  return { messages: rows.reverse() };
}

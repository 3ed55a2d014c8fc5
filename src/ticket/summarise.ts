import { sql } from 'kysely';
import { memberAnswer } from '../conversation/outbox.ts';
import type { TicketSummary } from '../database/ticket-tables.ts';
import type { DeskTurn } from './ticket-desk.ts';

const summaryLength = 10;

/** The last masked messages of the resident, the bot and members: what a member must know before answering. */
export async function summarise({
  trx,
  conversationId,
  person,
}: Pick<DeskTurn, 'trx' | 'conversationId' | 'person'>): Promise<TicketSummary> {
  const { rows } = await sql<TicketSummary['messages'][number]>`
    select * from (
      (select 'resident' as "from", coalesce(event ->> 'text', '') as text,
        event -> 'attachments' -> 0 ->> 'kind' as kind, occurred_at as at
      from incoming_events
      where oa_id = ${person.oaId} and person_id = ${person.personId} and kind = 'message'
      order by occurred_at desc limit ${summaryLength})
      union all
      (select case intent when ${memberAnswer} then 'member' else 'bot' end, coalesce(content ->> 'text', ''),
        case when content ->> 'kind' in ('image', 'file') then content ->> 'kind' end, created_at
      from outgoing_messages where conversation_id = ${conversationId}
      order by id desc limit ${summaryLength})
    ) said order by at desc limit ${summaryLength}`.execute(trx);
  return { messages: rows.reverse() };
}

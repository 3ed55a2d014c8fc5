import type { TicketSummary } from '../database/ticket-tables.ts';
import type { DeskTurn } from './ticket-desk.ts';

const summaryLength = 10;

/** The last masked messages of both sides: what a member must know before answering. */
export async function summarise({ trx, conversationId, person }: DeskTurn): Promise<TicketSummary> {
  const asked = await trx
    .selectFrom('incoming_events')
    .select(['event', 'occurred_at'])
    .where('oa_id', '=', person.oaId)
    .where('person_id', '=', person.personId)
    .where('kind', '=', 'message')
    .orderBy('occurred_at', 'desc')
    .limit(summaryLength)
    .execute();
  const answered = await trx
    .selectFrom('outgoing_messages')
    .select(['content', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .orderBy('id', 'desc')
    .limit(summaryLength)
    .execute();
  const messages: TicketSummary['messages'] = [
    ...asked.map(({ event, occurred_at }) => ({
      from: 'resident' as const,
      text: event.kind === 'message' ? (event.text ?? event.attachments[0]?.kind ?? '') : '',
      at: occurred_at,
    })),
    ...answered.map(({ content, created_at }) => ({
      from: 'bot' as const,
      text: 'text' in content ? (content.text ?? '') : '',
      at: created_at,
    })),
  ];
  return { messages: messages.sort((a, b) => a.at - b.at).slice(-summaryLength) };
}

import type { MemberTurn } from '../member-turn.ts';

/** The number of the ticket that the quoted message of ours was about; undefined where nothing is quoted or known. */
export async function findQuoted({ trx, event, conversationId }: MemberTurn): Promise<number | undefined> {
  if (!event.quotedMessageId) return undefined;
  const row = await trx
    .selectFrom('outgoing_messages')
    .innerJoin('tickets', 'tickets.id', 'outgoing_messages.ticket_id')
    .select('tickets.number')
    .where('outgoing_messages.conversation_id', '=', conversationId)
    .where('zalo_message_id', '=', event.quotedMessageId)
    .executeTakeFirst();
  return row?.number;
}

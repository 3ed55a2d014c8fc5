import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { MessageEvent } from '../../message.ts';

interface QuoteParams {
  event: MessageEvent;
  /** The conversation of the member who quotes. */
  conversationId: number;
}

/** The ticket of the bot message that the member quotes; undefined without a quote or a known ticket. */
export async function findQuoted(
  db: Kysely<Tables>,
  { event, conversationId }: QuoteParams,
): Promise<number | undefined> {
  if (!event.quotedMessageId) return undefined;
  const row = await db
    .selectFrom('outgoing_messages')
    .innerJoin('tickets', 'tickets.id', 'outgoing_messages.ticket_id')
    .select('tickets.number')
    .where('outgoing_messages.conversation_id', '=', conversationId)
    .where('zalo_message_id', '=', event.quotedMessageId)
    .executeTakeFirst();
  return row?.number;
}

import type { Transaction } from 'kysely';
import { memberAnswer } from '../../conversation/outbox.ts';
import type { Tables } from '../../database/schema.ts';

interface WordsQuery {
  ticketId: number;
  /** The turn in which the member wrote them. */
  turnId: number;
}

/** Deletes a member's messages from the outbox, unless Zalo already has any of them. */
export async function dropUnsent(
  trx: Transaction<Tables>,
  { ticketId, turnId }: WordsQuery,
): Promise<'dropped' | 'sent'> {
  const words = trx
    .selectFrom('outgoing_messages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('intent', '=', memberAnswer)
    .where('turn_id', '=', turnId);
  await trx
    .updateTable('outgoing_messages')
    .set({
      state: 'failed',
      failure: 'retracted',
      failure_detail: null,
      next_attempt_at: null,
      parked_at: null,
    })
    .where('id', 'in', words)
    .where('state', '=', 'pending')
    .execute();
  const left = await words.where('state', 'in', ['sending', 'sent']).limit(1).executeTakeFirst();
  return left ? 'sent' : 'dropped';
}

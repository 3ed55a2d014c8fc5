import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { eraseMemberCopies } from './erase-member-copies.ts';

interface ErasureParts {
  db: Kysely<Tables>;
  now: number;
}

/** Few people per round, so that no round takes long. */
const batchSize = 20;

/**
 * Erases the data of everybody who asked for it: messages of both sides, tickets, conversation state. Keeps the request
 * itself, with ids and times only, as proof of the erasure.
 * @returns how many requests were done
 */
export async function eraseRequested({ db, now }: ErasureParts): Promise<number> {
  const requests = await db
    .selectFrom('erasure_requests')
    .selectAll()
    .where('done_at', 'is', null)
    .orderBy('id')
    .limit(batchSize)
    .execute();
  for (const { id, oa_id: oaId, person_id: personId, requested_at: requestedAt } of requests) {
    await db.transaction().execute(async (trx) => {
      await erasePerson(trx, { oaId, personId, until: requestedAt });
      await trx.updateTable('erasure_requests').set({ done_at: now }).where('id', '=', id).execute();
    });
  }
  return requests.length;
}

interface EraseParams {
  oaId: string;
  personId: string;
  /** Data from after the request is a new beginning and stays. */
  until: number;
}

async function erasePerson(trx: Transaction<Tables>, { oaId, personId, until }: EraseParams): Promise<void> {
  await trx
    .deleteFrom('incoming_events')
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where('received_at', '<=', until)
    .execute();
  const conversation = await trx
    .selectFrom('conversations')
    .select('id')
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!conversation) return;
  await eraseConversation(trx, { conversationId: conversation.id, until });
}

/** Keeps the row: it records that the bot must not write to this person, or has welcomed them. */
async function eraseConversation(
  trx: Transaction<Tables>,
  { conversationId, until }: { conversationId: number; until: number },
): Promise<void> {
  await trx
    .deleteFrom('outgoing_messages')
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<', until)
    .where('state', '!=', 'sending')
    .execute();
  const tickets = await trx
    .selectFrom('tickets')
    .select(['id', 'number', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<=', until)
    .execute();
  await eraseMemberCopies(trx, { conversationId, tickets });
  await eraseTickets(
    trx,
    tickets.map(({ id }) => id),
  );
  await trx
    .updateTable('conversations')
    .set({ state: JSON.stringify({}), display_name: null })
    .where('id', '=', conversationId)
    .execute();
}

/** Their timelines, offers and timers are deleted with them. */
async function eraseTickets(trx: Transaction<Tables>, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.deleteFrom('unknown_places').where('ticket_id', 'in', ids).execute();
  await trx.deleteFrom('tickets').where('id', 'in', ids).execute();
}

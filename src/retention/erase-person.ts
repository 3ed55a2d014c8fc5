import type { Kysely, Transaction } from 'kysely';
import type { WindowAt } from '../conversation/window.ts';
import type { Tables } from '../database/schema.ts';
import type { Words } from '../i18n.ts';
import type { Origin, PersonRef } from '../message.ts';
import { eraseMemberCopies } from './erase-member-copies.ts';
import { type ErasedConversation, tellErased } from './tell-erased.ts';

export interface ErasureParts {
  db: Kysely<Tables>;
  now: number;
  words: Words;
  windowAt: WindowAt;
  origin: Origin;
}

/** Few people per round, so that no round takes long. */
const batchSize = 20;

/**
 * Erases the data of people whose erasure is due: messages of both sides, tickets, conversation state, and tells those
 * who can be told. Keeps the request itself, with ids and times only, as proof of the erasure.
 * @returns the people whose data were erased
 */
export async function eraseRequested(parts: ErasureParts): Promise<PersonRef[]> {
  const requests = await parts.db
    .selectFrom('erasure_requests')
    .select('id')
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('due_at', '<=', parts.now)
    .orderBy('due_at')
    .limit(batchSize)
    .execute();
  const erased: PersonRef[] = [];
  for (const { id } of requests) {
    const person = await parts.db.transaction().execute((trx) => eraseOne(parts, trx, id));
    if (person) erased.push(person);
  }
  return erased;
}

/** Marks the request first: the row lock keeps out a person who stops it at this moment. */
async function eraseOne(
  parts: ErasureParts,
  trx: Transaction<Tables>,
  id: number,
): Promise<PersonRef | undefined> {
  const request = await trx
    .updateTable('erasure_requests')
    .set({ done_at: parts.now })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('stopped_at', 'is', null)
    .returning(['oa_id', 'person_id', 'requested_at'])
    .executeTakeFirst();
  if (!request) return undefined;
  const person = { oaId: request.oa_id, personId: request.person_id };
  const conversation = await erasePerson(trx, { ...person, until: request.requested_at });
  if (conversation) await tellErased(parts, trx, conversation);
  return person;
}

interface EraseParams {
  oaId: string;
  personId: string;
  /** Data from after the request is a new beginning and stays. */
  until: number;
}

/**
 * Erases the data of one person and tells nobody.
 * @returns the conversation as it was, for who wants to tell the person
 */
export async function erasePerson(
  trx: Transaction<Tables>,
  { oaId, personId, until }: EraseParams,
): Promise<ErasedConversation | undefined> {
  await trx
    .deleteFrom('incoming_events')
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('received_at', '<=', until), eb('occurred_at', '<=', until)]))
    .execute();
  await trx.deleteFrom('link_attempts').where('oa_id', '=', oaId).where('person_id', '=', personId).execute();
  const conversation = await trx
    .selectFrom('conversations')
    .select(['id', 'state', 'last_interaction_at', 'withdrawn_at', 'blocked_at'])
    .where('oa_id', '=', oaId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (conversation) await eraseConversation(trx, { conversationId: conversation.id, until });
  return conversation;
}

/** Keeps the row: it records that the bot must not write to this person, or has welcomed them. */
async function eraseConversation(
  trx: Transaction<Tables>,
  { conversationId, until }: { conversationId: number; until: number },
): Promise<void> {
  const tickets = await trx
    .selectFrom('tickets')
    .select(['id', 'number', 'created_at'])
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<=', until)
    .execute();
  await eraseMemberCopies(trx, { conversationId, tickets });
  await trx
    .deleteFrom('outgoing_messages')
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<', until)
    .where('state', '!=', 'sending')
    .execute();
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

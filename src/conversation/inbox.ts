import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { IncomingEvent, PersonRef } from '../message.ts';

export interface WaitingEvent {
  id: number;
  receivedAt: number;
  event: IncomingEvent;
  phoneEncrypted: string | null;
}

/** Far above what a resident writes between two wakes; a longer flood is handled in parts. */
const readAtOnce = 1_000;

/**
 * Events that wait for the actor, in the order of Zalo's timestamps: those that wake it, and what staff wrote by
 * hand.
 */
export async function waitingEvents(db: Kysely<Tables>, person: PersonRef): Promise<WaitingEvent[]> {
  const rows = await db
    .selectFrom('incoming_events')
    .select(['id', 'received_at', 'event', 'phone_encrypted'])
    .where('oa_id', '=', person.oaId)
    .where('person_id', '=', person.personId)
    .where('handled_at', 'is', null)
    .where('kind', 'not in', ['receipt', 'reaction', 'group', 'counted', 'unsupported'])
    .orderBy('occurred_at')
    .orderBy('id')
    .limit(readAtOnce)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      receivedAt: row.received_at,
      event: row.event,
      phoneEncrypted: row.phone_encrypted,
    }))
    .filter(({ event }) => event.kind !== 'echo' || event.staffId !== undefined);
}

export interface HandledMark {
  at: number;
  outcome: string;
}

/** Marks events as handled and erases the phone numbers stored with them. */
export async function markHandled(
  trx: Transaction<Tables>,
  ids: number[],
  handled: HandledMark,
): Promise<void> {
  await handledUpdate(trx, ids, handled).execute();
}

/** The statement of `markHandled`. */
export function handledUpdate(trx: Transaction<Tables>, ids: number[], { at, outcome }: HandledMark) {
  return trx
    .updateTable('incoming_events')
    .set({ handled_at: at, outcome, phone_encrypted: null })
    .where('id', 'in', ids);
}

/** Erases the name from an unsolicited contact. */
export async function forgetSharedName(trx: Transaction<Tables>, eventId: number): Promise<void> {
  await sql`update incoming_events set event = event - 'name' where id = ${eventId}`.execute(trx);
}

import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { anonymiseClosedTickets } from './anonymise-closed-tickets.ts';
import { forgetMemberWords, forgetWords } from './forget-words.ts';

interface RetentionParts {
  db: Kysely<Tables>;
  /** Older data is removed, epoch ms. */
  before: number;
}

/** Rows per statement, so that none takes long on the embedded database. */
const batchSize = 500;

/**
 * Removes one batch of messages of both sides, of message copies in tickets and of words in the state of
 * conversations, past the office's retention period.
 * @returns how many were removed, tickets and conversations included; 0 when nothing old is left
 */
export async function removeOld({ db, before }: RetentionParts): Promise<number> {
  const incoming = db
    .selectFrom('incoming_events')
    .select('id')
    .where('received_at', '<', before)
    .where('handled_at', 'is not', null)
    .limit(batchSize);
  const outgoing = db
    .selectFrom('outgoing_messages')
    .select('id')
    .where('created_at', '<', before)
    .where('state', 'in', ['sent', 'failed'])
    .limit(batchSize);
  const results = [
    await db.deleteFrom('incoming_events').where('id', 'in', incoming).executeTakeFirst(),
    await db.deleteFrom('outgoing_messages').where('id', 'in', outgoing).executeTakeFirst(),
  ];
  const forgotten =
    (await anonymiseClosedTickets(db, before, batchSize)) +
    (await forgetWords(db, { before, limit: batchSize })) +
    (await forgetMemberWords(db, { before, limit: batchSize }));
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), forgotten);
}

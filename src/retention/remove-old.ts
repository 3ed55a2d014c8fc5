import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { anonymiseClosedTickets } from './anonymise-closed-tickets.ts';

interface RetentionParts {
  db: Kysely<Tables>;
  /** What came before this is old, epoch ms. */
  before: number;
}

/** Rows in one statement, so that none takes long on the embedded database. */
const rowsAtOnce = 500;

/**
 * Removes messages of both sides that are older than the office keeps them, also where a follow-up holds them, some at a
 * time.
 * @returns how many were removed, follow-ups included; 0 when nothing old is left
 */
export async function removeOld({ db, before }: RetentionParts): Promise<number> {
  const incoming = db
    .selectFrom('incoming_events')
    .select('id')
    .where('received_at', '<', before)
    .where('handled_at', 'is not', null)
    .limit(rowsAtOnce);
  const outgoing = db
    .selectFrom('outgoing_messages')
    .select('id')
    .where('created_at', '<', before)
    .where('state', 'in', ['sent', 'failed'])
    .limit(rowsAtOnce);
  const results = [
    await db.deleteFrom('incoming_events').where('id', 'in', incoming).executeTakeFirst(),
    await db.deleteFrom('outgoing_messages').where('id', 'in', outgoing).executeTakeFirst(),
  ];
  const forgotten = await anonymiseClosedTickets(db, before, rowsAtOnce);
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), forgotten);
}

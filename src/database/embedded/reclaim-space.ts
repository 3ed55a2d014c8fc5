import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/**
 * Gives the space of deleted rows to new ones and writes everything to the files, which the embedded database does not
 * do by itself: what was erased is overwritten the sooner. docs/erasure.md says what stays until when.
 */
export async function reclaimSpace(db: Kysely<Tables>): Promise<void> {
  await sql`vacuum incoming_events, outgoing_messages, conversations, tickets, ticket_events, member_chats,
    member_notices, unknown_places`.execute(db);
  await sql`checkpoint`.execute(db);
}

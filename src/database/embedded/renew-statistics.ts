import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** The tables that grow with the talks. */
const tables = [
  'conversations',
  'incoming_events',
  'outgoing_messages',
  'tickets',
  'ticket_events',
  'ticket_timers',
  'ticket_offers',
  'member_notices',
] as const satisfies readonly (keyof Tables)[];

/** Rows looked at are 300 times this: enough to tell how rare a value is, and read in a tenth of a second. */
const target = 10;

/**
 * Counts anew what the planner goes by when it chooses indexes; a server does this by itself, the embedded database does
 * not. One table at a time, so that other statements come in between.
 */
export async function renewStatistics(db: Kysely<Tables>): Promise<void> {
  for (const table of tables) {
    await db.transaction().execute(async (trx) => {
      await sql`set local default_statistics_target = ${sql.lit(target)}`.execute(trx);
      await sql`analyze ${sql.table(table)}`.execute(trx);
    });
  }
}

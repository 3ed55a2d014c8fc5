import { type Kysely, sql } from 'kysely';

/** A member may say today that they are away tomorrow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column away_from bigint`.execute(db);
}

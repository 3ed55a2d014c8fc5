import { type Kysely, sql } from 'kysely';

/** Other names of an area, as residents write them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table areas add column aliases text[] not null default '{}'`.execute(db);
}

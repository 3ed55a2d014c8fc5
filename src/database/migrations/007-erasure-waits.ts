import { type Kysely, sql } from 'kysely';

/**
 * An erasure is done at `due_at`, unless the person stops it before. Requests that were made without a wait stay due at
 * once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table erasure_requests add column due_at bigint, add column stopped_at bigint`.execute(db);
  await sql`update erasure_requests set due_at = requested_at`.execute(db);
  await sql`alter table erasure_requests alter column due_at set not null`.execute(db);
}

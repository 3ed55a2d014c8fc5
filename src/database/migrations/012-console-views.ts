import { type Kysely, sql } from 'kysely';

/** A filter of the console's inbox that a member kept under a name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table console_views (
    id bigint generated always as identity primary key,
    member_id text not null references members (member_id) on delete cascade,
    name text not null,
    query text not null,
    created_at bigint not null,
    unique (member_id, name)
  )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Who did what to which number: no names and no words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table audit_log (
    id bigint generated always as identity primary key,
    at bigint not null,
    actor_kind text not null,
    actor_id text,
    action text not null,
    subject text
  )`,
  `create index audit_log_at on audit_log (at)`,
];

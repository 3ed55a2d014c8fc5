import { type Kysely, sql } from 'kysely';

/** Browsers that show a notice by themselves, each as long as its session; and which notices they got. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table push_subscriptions (
    session_id bigint primary key references console_sessions (id) on delete cascade,
    member_id text not null references members (member_id) on delete cascade,
    endpoint_hash text not null unique,
    subscription_encrypted text not null,
    created_at bigint not null
  )`,
  `create index push_subscriptions_member on push_subscriptions (member_id)`,
  `alter table member_notices add column pushed_at bigint`,
];

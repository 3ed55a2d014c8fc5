import { type Kysely, sql } from 'kysely';

/** The root desk stops the bot at one OA for a while; who, when and why is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table oa_pauses (
    id bigint generated always as identity primary key,
    oa_id text not null references oas (oa_id) on delete cascade,
    reason text not null,
    paused_at bigint not null,
    paused_by text references members (member_id) on delete set null,
    resumed_at bigint,
    resumed_by text references members (member_id) on delete set null
  )`,
  `create unique index oa_pauses_current on oa_pauses (oa_id) where resumed_at is null`,
  // What Zalo refused today is looked up on every page of the console.
  `create index outgoing_failures on outgoing_messages (created_at) where failure is not null`,
];

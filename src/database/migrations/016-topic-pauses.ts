import { type Kysely, sql } from 'kysely';

/** The root desk stops the bot about one topic, at one OA or at all of them; who, when and why is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table topic_pauses (
    id bigint generated always as identity primary key,
    topic text not null,
    oa_id text references oas (oa_id) on delete cascade,
    reason text not null,
    paused_at bigint not null,
    paused_by text references members (member_id) on delete set null,
    resumed_at bigint,
    resumed_by text references members (member_id) on delete set null
  )`,
  `create unique index topic_pauses_current on topic_pauses (topic, coalesce(oa_id, '')) where resumed_at is null`,
];

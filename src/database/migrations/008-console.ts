import { type Kysely, sql } from 'kysely';

/** The console: browsers that ask to be signed in, one-time links, and sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table console_sign_ins (
    id bigint generated always as identity primary key,
    secret_hash text not null unique,
    code_hash text unique,
    member_id text references members (member_id) on delete cascade,
    device text,
    ticket_number integer,
    created_at bigint not null,
    expires_at bigint not null,
    confirmed_at bigint,
    refused_at bigint,
    used_at bigint
  )`,
  `create table console_sessions (
    id bigint generated always as identity primary key,
    token_hash text not null unique,
    member_id text not null references members (member_id) on delete cascade,
    device text,
    created_at bigint not null,
    last_seen_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
  )`,
  `create index console_sessions_member on console_sessions (member_id)`,
  `create index tickets_resolved on tickets (team_id, resolved_at desc) where status = 'resolved'`,
];

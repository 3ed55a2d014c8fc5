import { type Kysely, sql } from 'kysely';

/**
 * Clerks and administrators of the console: people of an office, who need not be members of a team. Their second
 * factors, the browsers that they opened by a link, and their sessions.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table operators (
    operator_id text primary key,
    name text not null,
    role text not null check (role in ('clerk', 'administrator')),
    area_id text references areas (area_id),
    totp_encrypted text,
    totp_since bigint,
    totp_step bigint,
    wrong_codes integer not null default 0,
    locked_until bigint,
    created_at bigint not null,
    removed_at bigint,
    check ((role = 'clerk') = (area_id is not null))
  )`,
  `create table operator_links (
    token_hash text primary key,
    operator_id text not null references operators (operator_id) on delete cascade,
    kind text not null check (kind in ('set-up', 'browser')),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
  )`,
  `create table operator_browsers (
    key_hash text primary key,
    operator_id text not null references operators (operator_id) on delete cascade,
    set_up_until bigint,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  `create table operator_passkeys (
    credential_id text primary key,
    operator_id text not null references operators (operator_id) on delete cascade,
    public_key text not null,
    counter bigint not null,
    device text,
    created_at bigint not null,
    used_at bigint
  )`,
  `create table operator_recovery_codes (
    operator_id text not null references operators (operator_id) on delete cascade,
    code_hash text not null,
    used_at bigint,
    primary key (operator_id, code_hash)
  )`,
  `create table operator_challenges (
    holder_hash text primary key,
    challenge text not null,
    expires_at bigint not null
  )`,
  `alter table console_sessions alter column member_id drop not null`,
  `alter table console_sessions add column operator_id text references operators (operator_id) on delete cascade`,
  `alter table console_sessions add check (num_nonnulls(member_id, operator_id) = 1)`,
  `create index console_sessions_operator on console_sessions (operator_id)`,
  // Whoever looks may keep a filter, pause the bot or say what it should have said; an operator is no member.
  `alter table console_views drop constraint console_views_member_id_fkey`,
  `alter table oa_pauses drop constraint oa_pauses_paused_by_fkey`,
  `alter table oa_pauses drop constraint oa_pauses_resumed_by_fkey`,
  `alter table topic_pauses drop constraint topic_pauses_paused_by_fkey`,
  `alter table topic_pauses drop constraint topic_pauses_resumed_by_fkey`,
  `alter table bot_corrections drop constraint bot_corrections_member_id_fkey`,
];

import { type Kysely, sql } from 'kysely';

/** Members inside Zalo: codes that link them, their side of a conversation, what they have to be told, and each try. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table member_invites (
    id bigint generated always as identity primary key,
    member_id text not null references members (member_id) on delete cascade,
    oa_id text,
    code_hash text not null unique,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint
  )`,
  `create index member_invites_member on member_invites (member_id)`,
  `create table link_tries (
    oa_id text not null,
    person_id text not null,
    wrong_tries integer not null,
    last_at bigint not null,
    locked_until bigint,
    primary key (oa_id, person_id)
  )`,
  `create table member_chats (
    conversation_id bigint primary key references conversations (id) on delete cascade,
    member_id text not null references members (member_id) on delete cascade,
    state jsonb not null default '{}'
  )`,
  `create index member_chats_member on member_chats (member_id)`,
  `create table member_notices (
    id bigint generated always as identity primary key,
    member_id text not null references members (member_id) on delete cascade,
    ticket_id bigint references tickets (id) on delete cascade,
    kind text not null,
    data jsonb not null default '{}',
    urgent boolean not null default false,
    due_at bigint not null,
    leased_until bigint,
    waits_for text,
    told_at bigint,
    outcome text,
    created_at bigint not null
  )`,
  `create index member_notices_due on member_notices (due_at) where told_at is null`,
  `create index member_notices_ticket on member_notices (ticket_id)`,
  `create unique index member_notices_open on member_notices (member_id, ticket_id, kind) where told_at is null`,
  `create table member_tries (
    id bigint generated always as identity primary key,
    member_id text not null references members (member_id) on delete cascade,
    notice_id bigint references member_notices (id) on delete set null,
    oa_id text,
    way text not null,
    outcome text not null,
    cost_vnd integer not null default 0,
    at bigint not null
  )`,
  `create index member_tries_member on member_tries (member_id, at)`,
  `create index member_tries_cost on member_tries (at) where cost_vnd > 0`,
  `alter table ticket_offers add column declined_at bigint`,
  `alter table conversations add column display_name text`,
  `alter table outgoing_messages add column may_cost boolean not null default false`,
];

import { type Kysely, sql } from 'kysely';

/** Inbox, conversations, outbox, and what hangs on them. Plain SQL: the schema is PostgreSQL's, read as such. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table oas (
    oa_id text primary key,
    name text,
    area_id text,
    access_token_encrypted text,
    refresh_token_encrypted text,
    access_expires_at bigint,
    refresh_expires_at bigint,
    token_state text not null,
    token_version integer not null default 1,
    refresh_lease text,
    refresh_leased_until bigint,
    connected_at bigint not null,
    last_event_at bigint
  )`,
  `create table incoming_events (
    id bigint generated always as identity primary key,
    delivery_key text not null unique,
    oa_id text not null,
    person_id text,
    anonymous_conversation_id text,
    kind text not null,
    event_name text not null,
    occurred_at bigint not null,
    received_at bigint not null,
    event jsonb not null,
    phone_encrypted text,
    handled_at bigint,
    outcome text,
    origin text not null
  )`,
  `create index incoming_events_waiting on incoming_events (oa_id, person_id, occurred_at, id)
    where handled_at is null`,
  `create index incoming_events_person on incoming_events (oa_id, person_id, occurred_at)`,
  `create table conversations (
    id bigint generated always as identity primary key,
    oa_id text not null,
    person_id text not null,
    anonymous_conversation_id text,
    state jsonb not null,
    lease text,
    leased_until bigint,
    human_until bigint,
    last_interaction_at bigint,
    welcomed_at bigint,
    left_at bigint,
    blocked_at bigint,
    withdrawn_at bigint,
    origin text not null,
    created_at bigint not null,
    unique (oa_id, person_id)
  )`,
  `create table outgoing_messages (
    id bigint generated always as identity primary key,
    conversation_id bigint not null references conversations (id) on delete cascade,
    content jsonb not null,
    state text not null,
    attempts integer not null default 0,
    claimed_by text,
    claimed_at bigint,
    next_attempt_at bigint,
    zalo_message_id text,
    sent_at bigint,
    echoed_at bigint,
    delivered_at bigint,
    seen_at bigint,
    reaction text,
    failure text,
    answers_event_id bigint,
    intent text,
    confidence real,
    outcome text,
    origin text not null,
    created_at bigint not null
  )`,
  `create index outgoing_messages_waiting on outgoing_messages (conversation_id, id)
    where state in ('pending', 'sending')`,
  `create index outgoing_messages_conversation on outgoing_messages (conversation_id, id)`,
  `create index outgoing_messages_zalo_id on outgoing_messages (zalo_message_id)
    where zalo_message_id is not null`,
  `create table daily_counts (
    day text not null,
    oa_id text not null,
    name text not null,
    count bigint not null,
    primary key (day, oa_id, name)
  )`,
  `create table oa_groups (
    oa_id text not null,
    group_id text not null,
    seen_at bigint not null,
    left_at bigint,
    primary key (oa_id, group_id)
  )`,
  `create table erasure_requests (
    id bigint generated always as identity primary key,
    oa_id text not null,
    person_id text not null,
    requested_at bigint not null,
    done_at bigint
  )`,
  `create table tickets (
    id bigint generated always as identity primary key,
    number integer generated always as identity (start with 101) unique,
    conversation_id bigint not null references conversations (id) on delete cascade,
    kind text not null,
    topic text,
    state text not null,
    summary jsonb not null,
    phone_encrypted text,
    created_at bigint not null,
    updated_at bigint not null
  )`,
  `create index tickets_conversation on tickets (conversation_id)`,
  `create table service_state (
    name text primary key,
    value jsonb not null,
    updated_at bigint not null
  )`,
  `create table authorisations (
    state text primary key,
    code_verifier_encrypted text not null,
    created_at bigint not null
  )`,
];

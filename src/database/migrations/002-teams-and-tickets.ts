import { type Kysely, sql } from 'kysely';

/** Areas, teams and members; follow-ups with their timeline, offers and clocks; what residents consented to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table areas (
    area_id text primary key,
    level text not null,
    name text not null,
    parent_id text references areas (area_id),
    valid_from bigint,
    valid_until bigint
  )`,
  `create table teams (
    team_id text primary key,
    area_id text not null references areas (area_id),
    name text not null,
    topics jsonb not null default '[]',
    settings jsonb not null default '{}',
    merged_into text references teams (team_id),
    closed_at bigint
  )`,
  `create index teams_area on teams (area_id)`,
  `create table members (
    member_id text primary key,
    name text not null,
    phone_encrypted text,
    away_until bigint,
    removed_at bigint,
    created_at bigint not null
  )`,
  `create table team_members (
    team_id text not null references teams (team_id),
    member_id text not null references members (member_id),
    role text not null,
    primary key (team_id, member_id)
  )`,
  `create index team_members_member on team_members (member_id)`,
  `create table member_links (
    id bigint generated always as identity primary key,
    member_id text not null references members (member_id),
    oa_id text not null,
    person_id text not null,
    linked_at bigint not null,
    pledged_at bigint,
    revoked_at bigint
  )`,
  `create unique index member_links_person on member_links (oa_id, person_id) where revoked_at is null`,
  `create unique index member_links_oa on member_links (member_id, oa_id) where revoked_at is null`,
  `create table roster_version (version bigint not null)`,
  `insert into roster_version values (1)`,
  `create function bump_roster_version() returns trigger language plpgsql as $$
    begin
      update roster_version set version = version + 1;
      return null;
    end $$`,
  ...['areas', 'teams', 'members', 'team_members', 'member_links'].map(
    (table) =>
      `create trigger ${table}_version after insert or update or delete or truncate on ${table}
        for each statement execute function bump_roster_version()`,
  ),
  `create trigger oas_version after insert or delete or update of area_id on oas
    for each statement execute function bump_roster_version()`,
  `alter table tickets rename column state to status`,
  `alter table tickets
    add column oa_id text,
    add column area_id text,
    add column village_text text,
    add column team_id text references teams (team_id),
    add column assignee_id text references members (member_id),
    add column reason text,
    add column done text,
    add column merged_into integer,
    add column urgent boolean not null default false,
    add column level_round integer not null default 0,
    add column claimed_at bigint,
    add column first_answered_at bigint,
    add column last_resident_at bigint,
    add column last_answer_at bigint,
    add column held_line_at bigint,
    add column resolved_at bigint,
    add column rating integer,
    add column origin text not null default 'real'`,
  `update tickets set oa_id = c.oa_id, origin = c.origin from conversations c where c.id = conversation_id`,
  `alter table tickets alter column oa_id set not null`,
  `create index tickets_team on tickets (team_id, status)`,
  `create index tickets_assignee on tickets (assignee_id) where status in ('open', 'waiting')`,
  `create table ticket_events (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets (id) on delete cascade,
    event text not null,
    at bigint not null,
    actor_kind text not null,
    actor_id text,
    reason text,
    data jsonb not null default '{}'
  )`,
  `create index ticket_events_ticket on ticket_events (ticket_id, id)`,
  `create table ticket_offers (
    ticket_id bigint not null references tickets (id) on delete cascade,
    member_id text not null references members (member_id),
    round integer not null,
    offered_at bigint not null,
    closed_at bigint,
    primary key (ticket_id, member_id, round)
  )`,
  `create index ticket_offers_member on ticket_offers (member_id) where closed_at is null`,
  `create index ticket_offers_latest on ticket_offers (member_id, offered_at desc)`,
  `create index ticket_offers_turn on ticket_offers (member_id, offered_at)`,
  `create table ticket_timers (
    ticket_id bigint not null references tickets (id) on delete cascade,
    kind text not null,
    due_at bigint not null,
    primary key (ticket_id, kind)
  )`,
  `create index ticket_timers_due on ticket_timers (due_at)`,
  `alter table outgoing_messages
    add column ticket_id bigint references tickets (id) on delete set null,
    add column held_at bigint`,
  `create index outgoing_ticket on outgoing_messages (ticket_id) where ticket_id is not null`,
  `create index outgoing_held on outgoing_messages (conversation_id) where held_at is not null`,
  `create table consents (
    id bigint generated always as identity primary key,
    oa_id text not null,
    person_id text not null,
    purpose text not null,
    text_version text not null,
    given boolean not null,
    at bigint not null
  )`,
  `create table unknown_places (
    id bigint generated always as identity primary key,
    text text not null,
    oa_id text not null,
    area_id text,
    ticket_id bigint,
    at bigint not null,
    settled_at bigint
  )`,
];

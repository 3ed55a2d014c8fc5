import { type Kysely, sql } from 'kysely';

/** What the assistant should have said, as members put it. It goes with the ticket or the message that it is about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table bot_corrections (
    id bigint generated always as identity primary key,
    ticket_id bigint not null references tickets (id) on delete cascade,
    message_id bigint not null references outgoing_messages (id) on delete cascade,
    member_id text references members (member_id) on delete set null,
    text text not null,
    at bigint not null,
    settled_at bigint
  )`,
  `create index bot_corrections_ticket on bot_corrections (ticket_id)`,
  `create index bot_corrections_message on bot_corrections (message_id)`,
];

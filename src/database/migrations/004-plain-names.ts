import { type Kysely, sql } from 'kysely';

/** Columns, tables and stored words take the names that the code uses now; what nobody reads goes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table outgoing_messages rename column held_at to parked_at`,
  `alter table tickets rename column held_line_at to holding_reply_at`,
  `update ticket_timers set kind = 'holding-reply' where kind = 'held-line'`,
  `update ticket_events set reason = 'inactive' where reason = 'asleep'`,
  `update member_chats set state = (state - 'held') || jsonb_build_object('pendingReply', state -> 'held')
     where state ? 'held'`,
  `alter table link_tries rename to link_attempts`,
  `alter table link_attempts rename column wrong_tries to wrong_attempts`,
  `alter table member_tries rename to contact_attempts`,
  `alter table contact_attempts rename column way to channel`,
  `alter index member_tries_member rename to contact_attempts_member`,
  `alter index member_tries_cost rename to contact_attempts_cost`,
  `drop table daily_counts`,
];

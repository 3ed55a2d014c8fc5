import { type Kysely, sql } from 'kysely';

/** What the console's lists need to stay quick with 100,000 tickets; measured by `npm run bench -- console`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Missed promises, as `is-overdue.ts` asks for them: few of the many rows of all timelines.
  `create index ticket_events_missed on ticket_events (ticket_id, at)
    where event = 'escalated' and reason in ('first-answer-missed', 'next-answer-missed', 'resolution-missed')`,
  // A member sees tickets of their teams, of these teams' places, and their own: all three are found by an index.
  `create index tickets_area on tickets (area_id, status)`,
  `create index tickets_ever_assignee on tickets (assignee_id)`,
];

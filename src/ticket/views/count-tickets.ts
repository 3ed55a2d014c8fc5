import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { overdueSince } from '../store/overdue.ts';

export interface TicketCounts {
  open: number;
  /** Their answer to the resident is overdue. */
  overdue: number;
  /** Without assignee. */
  unclaimed: number;
}

/** Counts the tickets that are not closed. */
export async function countTickets(db: Kysely<Tables>): Promise<TicketCounts> {
  const { rows } = await sql<TicketCounts>`
    select count(*)::int as open, count(*) filter (where t.assignee_id is null)::int as unclaimed,
      count(*) filter (where ${overdueSince} is not null)::int as overdue
    from tickets t where t.status <> 'resolved'`.execute(db);
  return rows[0] ?? { open: 0, overdue: 0, unclaimed: 0 };
}

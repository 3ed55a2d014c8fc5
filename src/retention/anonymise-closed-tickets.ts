import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/schema.ts';

/**
 * Removes from long-closed tickets a resident's words and everything that could identify them: the summary's messages,
 * the number to call, the village as typed, notes. The rest still counts in reports.
 * @returns how many tickets
 */
export async function anonymiseClosedTickets(
  db: Kysely<Tables>,
  before: number,
  maxCount: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number }>`
      select t.id from tickets t
      where t.resolved_at < ${before} and (t.phone_encrypted is not null or t.village_text is not null
        or t.summary -> 'messages' <> '[]'
        or exists (select 1 from ticket_events e where e.ticket_id = t.id and e.data -> 'text' is not null))
      limit ${maxCount}`.execute(trx);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await sql`update ticket_events set data = data - 'text' where ticket_id = any(${ids})`.execute(trx);
    await trx
      .updateTable('tickets')
      .set({ summary: JSON.stringify({ messages: [] }), phone_encrypted: null, village_text: null })
      .where('id', 'in', ids)
      .execute();
    return ids.length;
  });
}

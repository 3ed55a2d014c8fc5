import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

const maxAdded = 10;

/** The last messages that the resident added to ticket `t` since it was opened, as JSON, oldest first. */
export const addedWords: RawBuilder<string[] | null> = sql`(
  select jsonb_agg(said.text order by said.at) from (
    select e.event ->> 'text' as text, e.occurred_at as at
    from ticket_events v cross join lateral jsonb_array_elements_text(v.data -> 'events') named (id)
    join incoming_events e on e.id = named.id::bigint
    where v.ticket_id = t.id and v.event = 'noted' and v.reason = 'message'
      and coalesce(e.event ->> 'text', '') !~ '^(#|$)'
    order by e.occurred_at desc, e.id desc limit ${maxAdded}) said)`;

/** The same for one ticket. */
export async function readAddedWords(db: Kysely<Tables>, ticketId: number): Promise<string[]> {
  const { rows } = await sql<{ added: string[] | null }>`
    select ${addedWords} as added from tickets t where t.id = ${ticketId}`.execute(db);
  return rows[0]?.added ?? [];
}

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/schema.ts';
import type { EventRow } from './event-row.ts';

/** `refused`: the database works but will never accept this row. */
export type InsertResult = 'new' | 'repeat' | 'refused';

/** SQLSTATE classes about the row, not about the database: data, constraint, program limit. */
const refusingClasses = new Set(['22', '23', '54']);

/**
 * Stores rows in one statement. When the database refuses it, each row goes alone, so that a bad row does not fail its
 * neighbours.
 * @returns one result per row, in their order
 * @throws when the database is unreachable or fails for other reasons
 */
export async function insertEvents(db: Kysely<Tables>, rows: EventRow[]): Promise<InsertResult[]> {
  try {
    return await insertTogether(db, rows);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (rows.length === 1) return ['refused'];
  }
  const results: InsertResult[] = [];
  for (const row of rows) results.push(...(await insertEvents(db, [row])));
  return results;
}

async function insertTogether(db: Kysely<Tables>, rows: EventRow[]): Promise<InsertResult[]> {
  // Always sort by key: two inserts of the same deliveries could deadlock otherwise.
  const inOrder = [...rows].sort((a, b) => (a.delivery_key < b.delivery_key ? -1 : 1));
  const { rows: stored } = await sql<{ delivery_key: string }>`
    insert into incoming_events (
      delivery_key, oa_id, person_id, anonymous_conversation_id, kind, event_name, occurred_at, received_at,
      event, phone_encrypted, handled_at, outcome, origin
    )
    select * from json_to_recordset(${JSON.stringify(inOrder)}::json) as row (
      delivery_key text, oa_id text, person_id text, anonymous_conversation_id text, kind text, event_name text,
      occurred_at bigint, received_at bigint, event jsonb, phone_encrypted text, handled_at bigint, outcome text,
      origin text
    )
    on conflict (delivery_key) do nothing
    returning delivery_key`.execute(db);
  const newKeys = new Set(stored.map((row) => row.delivery_key));
  return rows.map(({ delivery_key }) => (newKeys.delete(delivery_key) ? 'new' : 'repeat'));
}

function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.length === 5 && refusingClasses.has(code.slice(0, 2));
}

import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

/**
 * Prepares restored records for a start. Between the backup and the loss residents were answered, and the records do
 * not know it: without this the start would fetch all these messages from Zalo and answer them once more.
 */
export async function settleRestored(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx.updateTable('conversations').set({ lease: null, leased_until: null }).execute();
  await trx.updateTable('oas').set({ refresh_lease: null, refresh_leased_until: null }).execute();
  await trx.updateTable('oas').set({ last_event_at: now }).where('last_event_at', 'is not', null).execute();
  await sql`delete from service_state where starts_with(name, 'catch-up-since:')`.execute(trx);
  await trx
    .updateTable('service_state')
    .set({ value: JSON.stringify(now), updated_at: now })
    .where('name', '=', 'last-alive')
    .execute();
}

import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { erasePerson } from '../retention/erase-person.ts';
import type { ErasureRecord } from './erasure-list.ts';

/**
 * Brings restored records to what the list of erasures says: requests that came after the backup are added, and people
 * who were erased since are erased again, without telling them.
 * @returns how many people were erased again
 */
export async function replayErasures(
  trx: Transaction<Tables>,
  records: readonly ErasureRecord[],
): Promise<number> {
  let erased = 0;
  for (const record of records) {
    const wasDone = await storeRecord(trx, record);
    if (record.done_at === null || wasDone) continue;
    const { oa_id: oaId, person_id: personId, requested_at: until } = record;
    await erasePerson(trx, { oaId, personId, until });
    erased += 1;
  }
  return erased;
}

/** @returns whether the backup already knew the erasure as done */
async function storeRecord(trx: Transaction<Tables>, record: ErasureRecord): Promise<boolean> {
  const known = await trx
    .selectFrom('erasure_requests')
    .select(['id', 'done_at'])
    .where('oa_id', '=', record.oa_id)
    .where('person_id', '=', record.person_id)
    .where('requested_at', '=', record.requested_at)
    .executeTakeFirst();
  if (known) {
    const { stopped_at, done_at } = record;
    await trx
      .updateTable('erasure_requests')
      .set({ stopped_at, done_at })
      .where('id', '=', known.id)
      .execute();
  } else await trx.insertInto('erasure_requests').values(record).execute();
  return known !== undefined && known.done_at !== null;
}

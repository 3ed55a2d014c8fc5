import type { Transaction } from 'kysely';
import type { Tables } from '../database/schema.ts';

/** Whoever writes can be told what waited for them: until they wrote, or until the morning. @returns whether anything did */
export async function wakeWaiting(trx: Transaction<Tables>, memberId: string, now: number): Promise<boolean> {
  const woken = await trx
    .updateTable('member_notices')
    .set({ due_at: now, waits_for: null })
    .where('member_id', '=', memberId)
    .where('told_at', 'is', null)
    .where('waits_for', 'is not', null)
    .executeTakeFirst();
  return woken.numUpdatedRows > 0n;
}

import { type Kysely, sql, type Transaction } from 'kysely';
import { vietnamOffsetMs } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { MemberSettings } from '../settings.ts';

const lockName = 'member-paid-messages';

/** What is left of this month's budget for paid messages. */
export async function leftThisMonth(
  db: Kysely<Tables>,
  { paid }: MemberSettings,
  now: number,
): Promise<number> {
  const spent = await db
    .selectFrom('contact_attempts')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('cost_vnd'), sql<number>`0`).as('vnd'))
    .where('cost_vnd', '>', 0)
    .where('at', '>=', startOfMonth(now))
    .executeTakeFirstOrThrow();
  return paid.isOn ? paid.monthlyVnd - Number(spent.vnd) : 0;
}

/** Lets only one transaction at a time spend from the month's budget. */
export async function lockBudget(trx: Transaction<Tables>, now: number): Promise<void> {
  await trx
    .insertInto('service_state')
    .values({ name: lockName, value: JSON.stringify({}), updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ updated_at: now }))
    .execute();
}

function startOfMonth(now: number): number {
  const local = new Date(now + vietnamOffsetMs);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - vietnamOffsetMs;
}

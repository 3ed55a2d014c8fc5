import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { WayName } from './channels.ts';

/** One try to reach a member. Of a try that had its effect the outcome becomes `answered`. */
export interface MemberTry {
  memberId: string;
  noticeId?: number | undefined;
  oaId?: string | undefined;
  way: WayName;
  /** `sent`, `refused …`, `listed`, `nobody-to-call`. */
  outcome: string;
  costVnd?: number;
}

const longestOutcome = 120;
const effectMs = 7 * 24 * 60 * 60_000;

export async function keepTry(
  db: Kysely<Tables>,
  { memberId, noticeId, oaId, way, outcome, costVnd = 0 }: MemberTry,
  now: number,
): Promise<void> {
  await db
    .insertInto('member_tries')
    .values({
      member_id: memberId,
      notice_id: noticeId ?? null,
      oa_id: oaId ?? null,
      way,
      outcome: outcome.slice(0, longestOutcome),
      cost_vnd: costVnd,
      at: now,
    })
    .execute();
}

/** When somebody was last woken otherwise than by an ordinary message. */
export async function lastWokenAt(db: Kysely<Tables>, memberId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('member_tries')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('member_id', '=', memberId)
    .where('way', '!=', 'free')
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** They wrote: what was tried before has had its effect. */
export async function markAnswered(db: Kysely<Tables>, memberId: string, now: number): Promise<void> {
  await db
    .updateTable('member_tries')
    .set({ outcome: 'answered' })
    .where('member_id', '=', memberId)
    .where('outcome', '=', 'sent')
    .where('at', '>', now - effectMs)
    .execute();
}

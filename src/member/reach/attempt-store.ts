import type { Kysely } from 'kysely';
import type { AttemptOutcome } from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';
import type { Channel } from './channels.ts';

/** One attempt to reach a member. The outcome becomes `answered` when the member writes. */
export interface ContactAttempt {
  memberId: string;
  noticeId?: number | undefined;
  oaId?: string | undefined;
  channel: Channel;
  outcome: AttemptOutcome;
  /** Zalo's error text when it refused. */
  detail?: string;
  costVnd?: number;
}

const maxDetailLength = 120;
const effectMs = 7 * 24 * 60 * 60_000;

export async function recordAttempt(
  db: Kysely<Tables>,
  { memberId, noticeId, oaId, channel, outcome, detail, costVnd = 0 }: ContactAttempt,
  now: number,
): Promise<void> {
  await db
    .insertInto('contact_attempts')
    .values({
      member_id: memberId,
      notice_id: noticeId ?? null,
      oa_id: oaId ?? null,
      channel,
      outcome,
      detail: detail?.slice(0, maxDetailLength) ?? null,
      cost_vnd: costVnd,
      at: now,
    })
    .execute();
}

/** When the member was last nudged through a channel other than an ordinary message. */
export async function lastWokenAt(db: Kysely<Tables>, memberId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('contact_attempts')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('member_id', '=', memberId)
    .where('channel', '!=', 'free')
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** The member wrote: earlier attempts have succeeded. */
export async function markAnswered(db: Kysely<Tables>, memberId: string, now: number): Promise<void> {
  await db
    .updateTable('contact_attempts')
    .set({ outcome: 'answered' })
    .where('member_id', '=', memberId)
    .where('outcome', '=', 'sent')
    .where('at', '>', now - effectMs)
    .execute();
}

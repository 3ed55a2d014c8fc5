import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type {
  MemberNoticeTable,
  NoticeDelay,
  NoticeKind,
  NoticeOutcome,
} from '../../database/member-tables.ts';
import type { Tables } from '../../database/schema.ts';

export type StoredNotice = Selectable<MemberNoticeTable>;

/** A worker that leased notices and is not back by then has died. */
const leaseMs = 2 * 60_000;
const batchSize = 40;

/** Leases the notices that are due, in the order of their due times, so that no other worker sends them. */
export async function leaseDueNotices(db: Kysely<Tables>, now: number): Promise<StoredNotice[]> {
  const { rows } = await sql<StoredNotice>`
    update member_notices set leased_until = ${now + leaseMs} where id in (
      select id from member_notices
      where told_at is null and due_at <= ${now} and coalesce(leased_until, 0) <= ${now}
      order by due_at, id limit ${batchSize} for update skip locked)
    returning *`.execute(db);
  return rows.sort((a, b) => a.due_at - b.due_at || a.id - b.id);
}

/** The notices that no worker has sent yet; their rows stay locked until the transaction ends. */
export async function lockUntold(trx: Transaction<Tables>, ids: readonly number[]): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('member_notices')
    .select('id')
    .where('id', 'in', [...ids])
    .where('told_at', 'is', null)
    .forUpdate()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** All offers that the member has not read, due or not. */
export async function untoldOffers(db: Kysely<Tables>, memberId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('member_notices')
    .select('id')
    .where('member_id', '=', memberId)
    .where('kind', '=', 'offer')
    .where('told_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many cards of new tickets the member got since then. */
export async function countCards(db: Kysely<Tables>, memberId: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom('member_notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .where('kind', '=', 'offer')
    .where('outcome', '=', 'told')
    .where('told_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function markTold(
  trx: Kysely<Tables>,
  ids: readonly number[],
  { outcome, now }: { outcome: NoticeOutcome; now: number },
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('member_notices')
    .set({ told_at: now, outcome, leased_until: null, waits_for: null })
    .where('id', 'in', [...ids])
    .where('told_at', 'is', null)
    .execute();
}

interface DueQuery {
  memberId: string;
  /** The ticket's number. */
  number: number;
  kind: NoticeKind;
  /** When the member asked. */
  askedAt: number;
  now: number;
}

/**
 * Avoids telling a member twice when they ask about something that a notice also says: drops the pending notice.
 * @returns whether a notice was sent after they asked, so that no reply is needed
 */
export async function isToldAnyway(
  trx: Transaction<Tables>,
  { memberId, number, kind, askedAt, now }: DueQuery,
): Promise<boolean> {
  const rows = await trx
    .selectFrom('member_notices as n')
    .innerJoin('tickets as t', 't.id', 'n.ticket_id')
    .select(['n.id', 'n.told_at', 'n.outcome'])
    .where('n.member_id', '=', memberId)
    .where('t.number', '=', number)
    .where('n.kind', '=', kind)
    .forUpdate('n')
    .execute();
  const waiting = rows.filter(({ told_at }) => told_at === null).map(({ id }) => id);
  await markTold(trx, waiting, { outcome: 'known', now });
  return rows.some(({ told_at, outcome }) => outcome === 'told' && told_at !== null && told_at > askedAt);
}

/** Delays notices until a time, or until the member writes, whichever comes first. */
export async function putOff(
  db: Kysely<Tables>,
  ids: readonly number[],
  { waitsFor, dueAt }: { waitsFor: NoticeDelay; dueAt: number },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('member_notices')
    .set({ due_at: dueAt, waits_for: waitsFor, leased_until: null })
    .where('id', 'in', [...ids])
    .where('told_at', 'is', null)
    .execute();
}

/** The member wrote: makes their delayed notices due now. @returns whether there were any */
export async function markWaitingDue(
  trx: Transaction<Tables>,
  memberId: string,
  now: number,
): Promise<boolean> {
  const woken = await trx
    .updateTable('member_notices')
    .set({ due_at: now, waits_for: null })
    .where('member_id', '=', memberId)
    .where('told_at', 'is', null)
    .where('waits_for', 'is not', null)
    .executeTakeFirst();
  return woken.numUpdatedRows > 0n;
}

import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** A browser to which notices of its member go. */
export interface PushTarget {
  sessionId: number;
  memberId: string;
  /** The sealed subscription. */
  sealed: string;
}

interface NewPush {
  sessionId: number;
  memberId: string;
  endpoint: string;
  sealed: string;
  now: number;
}

/** Stores the subscription of a session. A browser belongs to the session that asked last, whoever had it before. */
export async function savePush(
  db: Kysely<Tables>,
  { sessionId, memberId, endpoint, sealed, now }: NewPush,
): Promise<void> {
  const endpointHash = createHash('sha256').update(endpoint).digest('hex');
  const row = { member_id: memberId, endpoint_hash: endpointHash, subscription_encrypted: sealed };
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('push_subscriptions').where('endpoint_hash', '=', endpointHash).execute();
    await trx
      .insertInto('push_subscriptions')
      .values({ session_id: sessionId, ...row, created_at: now })
      .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
      .execute();
  });
}

export async function hasPush(db: Kysely<Tables>, sessionId: number): Promise<boolean> {
  const row = await db
    .selectFrom('push_subscriptions')
    .select('session_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function removePush(db: Kysely<Tables>, sessionId: number): Promise<void> {
  await db.deleteFrom('push_subscriptions').where('session_id', '=', sessionId).execute();
}

/** The browsers of these members: signed in still, by members who may still enter the console. */
export async function listPushTargets(
  db: Kysely<Tables>,
  memberIds: readonly string[],
  now: number,
): Promise<PushTarget[]> {
  const { rows } = await sql<{ session_id: number; member_id: string; sealed: string }>`
    select p.session_id, p.member_id, p.subscription_encrypted as sealed
    from push_subscriptions p
    join console_sessions s on s.id = p.session_id and s.revoked_at is null and s.expires_at > ${now}
    join members m on m.member_id = p.member_id and m.removed_at is null
    where p.member_id = any(${[...memberIds]})
      and exists (select 1 from member_links l
        where l.member_id = p.member_id and l.revoked_at is null and l.pledged_at is not null)`.execute(db);
  return rows.map((row) => ({
    sessionId: Number(row.session_id),
    memberId: row.member_id,
    sealed: row.sealed,
  }));
}

/** Marks notices as pushed. @returns those that were not before: only one worker pushes each, and once */
export async function markPushed(
  db: Kysely<Tables>,
  ids: readonly number[],
  now: number,
): Promise<ReadonlySet<number>> {
  const rows = await db
    .updateTable('member_notices')
    .set({ pushed_at: now })
    .where('id', 'in', [...ids])
    .where('pushed_at', 'is', null)
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What a push may say of a ticket. */
export interface PushedTicket {
  id: number;
  number: number;
  isNew: boolean;
  /** Name of its team. */
  team: string | null;
}

/** Those of the tickets that are not closed. */
export async function readPushedTickets(
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PushedTicket>> {
  const rows = await db
    .selectFrom('tickets')
    .leftJoin('teams', 'teams.team_id', 'tickets.team_id')
    .select(['tickets.id', 'tickets.number', 'tickets.status', 'teams.name as team'])
    .where('tickets.id', 'in', [...ids])
    .where('tickets.status', '!=', 'resolved')
    .execute();
  return new Map(
    rows.map(({ id, number, status, team }) => [id, { id, number, team, isNew: status === 'new' }]),
  );
}

import { createHmac, randomBytes } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { dayMs, minuteMs } from '../../durations.ts';

/** How long somebody stays signed in. */
export const sessionLifeMs = 30 * dayMs;
/** `last_seen_at` is written at most this often. */
const seenEveryMs = 5 * minuteMs;

/** Whose a session is. */
export type SessionOwner = { memberId: string } | { operatorId: string };

/** A browser on which somebody is signed in. */
export interface Session {
  id: number;
  owner: SessionOwner;
  device: string | null;
  createdAt: number;
  lastSeenAt: number;
}

/** Sessions of the console. Their tokens exist in the browsers only; the database has keyed hashes. */
export interface SessionStore {
  /** @returns the token for the cookie */
  open(session: { owner: SessionOwner; device: string; now: number }): Promise<string>;
  /** The session of a token that is neither expired nor revoked; records that it was used. */
  use(token: string, now: number): Promise<Session | undefined>;
  listOf(owner: SessionOwner, now: number): Promise<Session[]>;
  /** Ends one session of the owner; its browser is shown no more notices. @returns whether there was one */
  revoke(session: { id: number; owner: SessionOwner; now: number }): Promise<boolean>;
  /** Ends all sessions of the owner but one. */
  revokeOthers(session: { id: number; owner: SessionOwner; now: number }): Promise<boolean>;
}

export function createSessionStore(db: Kysely<Tables>, secret: string): SessionStore {
  const hash = (token: string) => createHmac('sha256', secret).update(`session ${token}`).digest('hex');
  const live = (now: number) =>
    db
      .selectFrom('console_sessions')
      .select([
        'id',
        'member_id as memberId',
        'operator_id as operatorId',
        'device',
        'created_at as createdAt',
        'last_seen_at as lastSeenAt',
      ])
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now);
  /** Ends those sessions of the owner, and with them what their browsers are shown. */
  async function end(
    which: RawBuilder<boolean>,
    { owner, now }: { owner: SessionOwner; now: number },
  ): Promise<boolean> {
    const ended = await db
      .updateTable('console_sessions')
      .set({ revoked_at: now })
      .where(which)
      .where(ownedBy(owner))
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    if (ended.length === 0) return false;
    const ids = ended.map(({ id }) => id);
    await db.deleteFrom('push_subscriptions').where('session_id', 'in', ids).execute();
    return true;
  }

  return {
    async open({ owner, device, now }) {
      await db.deleteFrom('console_sessions').where('expires_at', '<', now).execute();
      const token = randomBytes(32).toString('base64url');
      await db
        .insertInto('console_sessions')
        .values({
          token_hash: hash(token),
          member_id: 'memberId' in owner ? owner.memberId : null,
          operator_id: 'operatorId' in owner ? owner.operatorId : null,
          device,
          created_at: now,
          last_seen_at: now,
          expires_at: now + sessionLifeMs,
        })
        .execute();
      return token;
    },
    async use(token, now) {
      const row = await live(now).where('token_hash', '=', hash(token)).executeTakeFirst();
      const session = row && toSession(row);
      if (session && now - session.lastSeenAt > seenEveryMs) {
        await sql`update console_sessions set last_seen_at = ${now} where id = ${session.id}`.execute(db);
      }
      return session;
    },
    async listOf(owner, now) {
      const rows = await live(now).where(ownedBy(owner)).orderBy('last_seen_at', 'desc').execute();
      return rows.map(toSession);
    },
    revoke: ({ id, owner, now }) => end(sql<boolean>`id = ${id}`, { owner, now }),
    revokeOthers: ({ id, owner, now }) => end(sql<boolean>`id <> ${id}`, { owner, now }),
  };
}

function ownedBy(owner: SessionOwner): RawBuilder<boolean> {
  return 'memberId' in owner
    ? sql<boolean>`member_id = ${owner.memberId}`
    : sql<boolean>`operator_id = ${owner.operatorId}`;
}

interface SessionRow extends Omit<Session, 'owner'> {
  memberId: string | null;
  operatorId: string | null;
}

/** A row has one of both. */
function toSession({ memberId, operatorId, ...session }: SessionRow): Session {
  const owner = memberId === null ? { operatorId: operatorId ?? '' } : { memberId };
  return { ...session, owner };
}

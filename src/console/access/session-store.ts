import { createHmac, randomBytes } from 'node:crypto';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { dayMs, minuteMs } from '../../durations.ts';

/** How long a member stays signed in. */
export const sessionLifeMs = 30 * dayMs;
/** `last_seen_at` is written at most this often. */
const seenEveryMs = 5 * minuteMs;

/** A browser on which a member is signed in. */
export interface Session {
  id: number;
  memberId: string;
  device: string | null;
  createdAt: number;
  lastSeenAt: number;
}

/** Sessions of the console. Their tokens exist in the browsers only; the database has keyed hashes. */
export interface SessionStore {
  /** @returns the token for the cookie */
  open(session: { memberId: string; device: string; now: number }): Promise<string>;
  /** The session of a token that is neither expired nor revoked; records that it was used. */
  use(token: string, now: number): Promise<Session | undefined>;
  listOf(memberId: string, now: number): Promise<Session[]>;
  /** Ends one session of the member; its browser is shown no more notices. */
  revoke(session: { id: number; memberId: string; now: number }): Promise<void>;
  /** Ends all sessions of the member but one. */
  revokeOthers(session: { id: number; memberId: string; now: number }): Promise<void>;
}

export function createSessionStore(db: Kysely<Tables>, secret: string): SessionStore {
  const hash = (token: string) => createHmac('sha256', secret).update(`session ${token}`).digest('hex');
  const live = (now: number) =>
    db
      .selectFrom('console_sessions')
      .select([
        'id',
        'member_id as memberId',
        'device',
        'created_at as createdAt',
        'last_seen_at as lastSeenAt',
      ])
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now);
  /** Ends those sessions of the member, and with them what their browsers are shown. */
  async function end(
    which: RawBuilder<boolean>,
    { memberId, now }: { memberId: string; now: number },
  ): Promise<void> {
    const ended = await db
      .updateTable('console_sessions')
      .set({ revoked_at: now })
      .where(which)
      .where('member_id', '=', memberId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .execute();
    if (ended.length === 0) return;
    const ids = ended.map(({ id }) => id);
    await db.deleteFrom('push_subscriptions').where('session_id', 'in', ids).execute();
  }

  return {
    async open({ memberId, device, now }) {
      await db.deleteFrom('console_sessions').where('expires_at', '<', now).execute();
      const token = randomBytes(32).toString('base64url');
      await db
        .insertInto('console_sessions')
        .values({
          token_hash: hash(token),
          member_id: memberId,
          device,
          created_at: now,
          last_seen_at: now,
          expires_at: now + sessionLifeMs,
        })
        .execute();
      return token;
    },
    async use(token, now) {
      const session = await live(now).where('token_hash', '=', hash(token)).executeTakeFirst();
      if (session && now - session.lastSeenAt > seenEveryMs) {
        await sql`update console_sessions set last_seen_at = ${now} where id = ${session.id}`.execute(db);
      }
      return session;
    },
    listOf: (memberId, now) =>
      live(now).where('member_id', '=', memberId).orderBy('last_seen_at', 'desc').execute(),
    revoke: ({ id, memberId, now }) => end(sql<boolean>`id = ${id}`, { memberId, now }),
    revokeOthers: ({ id, memberId, now }) => end(sql<boolean>`id <> ${id}`, { memberId, now }),
  };
}

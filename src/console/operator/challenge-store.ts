import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { minuteMs } from '../../durations.ts';

/** How long somebody may take to touch the passkey. */
const lifeMs = 5 * minuteMs;

interface Holder {
  /** Secret of the browser, or name of the session, that asked for the challenge. */
  holder: string;
  now: number;
}

/** Keeps what a passkey has to sign; a browser has one challenge at a time. */
export async function keepChallenge(
  db: Kysely<Tables>,
  { holder, now, challenge }: Holder & { challenge: string },
): Promise<void> {
  await db.deleteFrom('operator_challenges').where('expires_at', '<', now).execute();
  const row = { challenge, expires_at: now + lifeMs };
  await db
    .insertInto('operator_challenges')
    .values({ holder_hash: hash(holder), ...row })
    .onConflict((conflict) => conflict.column('holder_hash').doUpdateSet(row))
    .execute();
}

/** The challenge of this browser, once. */
export async function takeChallenge(
  db: Kysely<Tables>,
  { holder, now }: Holder,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('operator_challenges')
    .where('holder_hash', '=', hash(holder))
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst();
  return row && row.expires_at > now ? row.challenge : undefined;
}

function hash(holder: string): string {
  return createHash('sha256').update(`challenge ${holder}`).digest('hex');
}

import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { OperatorLinkTable } from '../database/console-tables.ts';
import type { Tables } from '../database/schema.ts';
import { dayMs, minuteMs } from '../durations.ts';

/** How long a link from an administrator or the command line is valid. */
export const operatorLinkLifeMs = dayMs;
/** How long a link is valid that operators make for another browser of their own. */
export const ownLinkLifeMs = 10 * minuteMs;
/** How long the set-up may take once the link was opened. */
const setUpMs = 30 * minuteMs;
/** How long a browser is known to be an operator's. */
export const browserLifeMs = 365 * dayMs;

type OperatorLinkKind = OperatorLinkTable['kind'];

interface NewLink {
  operatorId: string;
  kind: OperatorLinkKind;
  now: number;
  lifeMs: number;
}

/** Makes a one-time link; earlier unused ones of the operator are void. @returns its token */
export async function createOperatorLink(
  trx: Transaction<Tables>,
  { operatorId, kind, now, lifeMs }: NewLink,
): Promise<string> {
  await trx.deleteFrom('operator_links').where('operator_id', '=', operatorId).execute();
  const token = randomBytes(32).toString('base64url');
  const link = { token_hash: hash(token), operator_id: operatorId, kind };
  await trx
    .insertInto('operator_links')
    .values({ ...link, created_at: now, expires_at: now + lifeMs })
    .execute();
  return token;
}

/** Whether a link can still be used, without using it. */
export async function isOperatorLinkValid(
  db: Kysely<Tables>,
  { token, now }: { token: string; now: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('operator_links')
    .select('token_hash')
    .where('token_hash', '=', hash(token))
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

interface LinkUse {
  token: string;
  /** The secret that the browser keeps from now on. */
  browserKey: string;
  now: number;
}

/** Uses up a link: from now on the browser is known to be the operator's. @returns false for a link that is not valid */
export async function useOperatorLink(
  trx: Transaction<Tables>,
  { token, browserKey, now }: LinkUse,
): Promise<boolean> {
  await trx.deleteFrom('operator_browsers').where('expires_at', '<', now).execute();
  const link = await trx
    .updateTable('operator_links')
    .set({ used_at: now })
    .where('token_hash', '=', hash(token))
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .returning(['operator_id', 'kind'])
    .executeTakeFirst();
  if (!link) return false;
  await trx
    .insertInto('operator_browsers')
    .values({
      key_hash: hash(browserKey),
      operator_id: link.operator_id,
      set_up_until: link.kind === 'set-up' ? now + setUpMs : null,
      created_at: now,
      expires_at: now + browserLifeMs,
    })
    .execute();
  return true;
}

/** A browser in which an operator opened a link. */
export interface KnownBrowser {
  operatorId: string;
  /** The second factor may be set up here now. */
  maySetUp: boolean;
}

export async function findBrowser(
  db: Kysely<Tables>,
  { browserKey, now }: { browserKey: string; now: number },
): Promise<KnownBrowser | undefined> {
  const row = await db
    .selectFrom('operator_browsers')
    .select(['operator_id', 'set_up_until'])
    .where('key_hash', '=', hash(browserKey))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { operatorId: row.operator_id, maySetUp: (row.set_up_until ?? 0) > now };
}

function hash(secret: string): string {
  return createHash('sha256').update(`operator ${secret}`).digest('hex');
}

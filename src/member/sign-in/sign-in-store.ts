import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { dayMs, minuteMs } from '../../durations.ts';
import { deriveCode, hashSecret } from './sign-in-code.ts';

/** How long a code and a link are valid. */
export const signInLifeMs = 10 * minuteMs;

/** A browser that waits to be signed in. */
export interface WaitingBrowser {
  code: string;
  state: 'waiting' | 'confirmed' | 'refused';
  expiresAt: number;
}

/** The request of a browser, if it is still valid and unused. */
export async function findWaiting(
  db: Kysely<Tables>,
  { browserSecret, now }: { browserSecret: string; now: number },
): Promise<WaitingBrowser | undefined> {
  const row = await db
    .selectFrom('console_sign_ins')
    .selectAll()
    .where('secret_hash', '=', hashSecret(browserSecret))
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.refused_at !== null ? 'refused' : row.confirmed_at !== null ? 'confirmed' : 'waiting';
  return { code: deriveCode(browserSecret, row.created_at), state, expiresAt: row.expires_at };
}

/** Makes a request for a browser that has none. @param device how the member reads which browser asks */
export async function requestSignIn(
  db: Kysely<Tables>,
  { browserSecret, device, now }: { browserSecret: string; device: string; now: number },
): Promise<WaitingBrowser> {
  await forgetExpired(db, now);
  const code = deriveCode(browserSecret, now);
  const expiresAt = now + signInLifeMs;
  await db
    .insertInto('console_sign_ins')
    .values({
      secret_hash: hashSecret(browserSecret),
      code_hash: hashSecret(code),
      device,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  return { code, state: 'waiting', expiresAt };
}

/** Anybody can open the sign-in page, and each time adds a row. */
async function forgetExpired(db: Kysely<Tables>, now: number): Promise<void> {
  await db
    .deleteFrom('console_sign_ins')
    .where('expires_at', '<', now - dayMs)
    .execute();
}

/** What a member is asked to confirm. */
export interface AskedSignIn {
  id: number;
  device: string;
  requestedAt: number;
}

/** The request with this code, if nobody has answered it yet. */
export async function findByCode(
  db: Kysely<Tables>,
  { code, now }: { code: string; now: number },
): Promise<AskedSignIn | undefined> {
  const row = await db
    .selectFrom('console_sign_ins')
    .select(['id', 'device', 'created_at'])
    .where('code_hash', '=', hashSecret(code))
    .where('expires_at', '>', now)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, device: row.device ?? '', requestedAt: row.created_at };
}

interface SignInAnswer {
  id: number;
  memberId: string;
  isMine: boolean;
  now: number;
}

/** The member answers whether the browser is theirs. @returns false when it is too late, or answered already */
export async function answerSignIn(
  db: Kysely<Tables>,
  { id, memberId, isMine, now }: SignInAnswer,
): Promise<boolean> {
  const result = await db
    .updateTable('console_sign_ins')
    .set(isMine ? { confirmed_at: now, member_id: memberId } : { refused_at: now })
    .where('id', '=', id)
    .where('code_hash', 'is not', null)
    .where('expires_at', '>', now)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

interface NewLink {
  memberId: string;
  /** The ticket that the link opens. */
  ticketNumber?: number | undefined;
  now: number;
  /** `signInLifeMs` unless given. */
  lifeMs?: number;
}

/** Makes a one-time link for a member. @returns its token */
export async function createSignInLink(
  db: Kysely<Tables>,
  { memberId, ticketNumber, now, lifeMs = signInLifeMs }: NewLink,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db
    .insertInto('console_sign_ins')
    .values({
      secret_hash: hashSecret(token),
      member_id: memberId,
      ticket_number: ticketNumber ?? null,
      created_at: now,
      expires_at: now + lifeMs,
      confirmed_at: now,
    })
    .execute();
  return token;
}

/** Who may sign in, and where to. */
export interface UsedSignIn {
  memberId: string;
  ticketNumber: number | undefined;
}

interface SecretUse {
  /** The browser's cookie, or the link's token. */
  secret: string;
  kind: 'browser' | 'link';
  now: number;
}

/** Uses up a confirmed request or a link: only the first call gets the member. */
export async function useSignIn(
  db: Kysely<Tables>,
  { secret, kind, now }: SecretUse,
): Promise<UsedSignIn | undefined> {
  const row = await db
    .updateTable('console_sign_ins')
    .set({ used_at: now })
    .where('secret_hash', '=', hashSecret(secret))
    .where('code_hash', kind === 'browser' ? 'is not' : 'is', null)
    .where('expires_at', '>', now)
    .where('confirmed_at', 'is not', null)
    .where('refused_at', 'is', null)
    .where('used_at', 'is', null)
    .returning(['member_id', 'ticket_number'])
    .executeTakeFirst();
  if (!row?.member_id) return undefined;
  return { memberId: row.member_id, ticketNumber: row.ticket_number ?? undefined };
}

/** Whether a link can still be used, without using it. */
export async function isLinkValid(
  db: Kysely<Tables>,
  { token, now }: { token: string; now: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('console_sign_ins')
    .select('id')
    .where('secret_hash', '=', hashSecret(token))
    .where('code_hash', 'is', null)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

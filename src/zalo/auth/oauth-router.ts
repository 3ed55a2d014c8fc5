import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Kysely } from 'kysely';
import type { Alarm } from '../../alarm.ts';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { connectOa } from './connect-oa.ts';
import { consentLifeMs, openAttempt, sealAttempt } from './consent.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OwnerOfToken } from './owner-of-token.ts';

interface OauthRouterParts {
  db: Kysely<Tables>;
  sealer: Sealer;
  clock: Clock;
  alarm: Alarm;
  logger: Logger;
  oauth: OAuthClient;
  ownerOf: OwnerOfToken;
  /** The callback as registered in Zalo's console: PUBLIC_URL + `/oauth/zalo/callback`. */
  redirectUri: string;
  /** Set when Zalo's console has a fixed challenge. */
  codeVerifier?: string | undefined;
  /** The OA that this request may connect; undefined when it may not begin. */
  oaOfLink(request: Request): string | undefined;
  /** What the browser shows afterwards. */
  words: { connected: string; refused: string; expired: string };
}

const cookieName = 'cau_noi_consent';
const cookiePath = '/oauth/zalo';

/**
 * `GET /oauth/zalo/start` sends an administrator to Zalo's consent page; `GET /oauth/zalo/callback` receives the grant,
 * in the same browser and for the OA that the operator named.
 */
export function createOauthRouter(parts: OauthRouterParts): Router {
  const router = Router();
  router.get('/oauth/zalo/start', (request, response) => start(parts, request, response));
  router.get('/oauth/zalo/callback', (request, response) => finish(parts, request, response));
  return router;
}

async function start(parts: OauthRouterParts, request: Request, response: Response): Promise<void> {
  const { db, sealer, clock, oauth, redirectUri } = parts;
  const oaId = parts.oaOfLink(request);
  if (oaId === undefined) {
    response.status(403).type('text').send(parts.words.refused);
    return;
  }
  const now = clock.now();
  const state = randomBytes(24).toString('base64url');
  const codeVerifier = parts.codeVerifier ?? randomBytes(32).toString('base64url');
  await db
    .deleteFrom('authorisations')
    .where('created_at', '<', now - consentLifeMs)
    .execute();
  await db
    .insertInto('authorisations')
    .values({ state, code_verifier_encrypted: sealer.seal(codeVerifier), created_at: now })
    .execute();
  response.cookie(cookieName, sealAttempt(sealer, { state, oaId, openUntil: now + consentLifeMs }), {
    httpOnly: true,
    // Zalo sends the browser back with a link, so a strict cookie would stay behind.
    sameSite: 'lax',
    secure: redirectUri.startsWith('https:'),
    path: cookiePath,
    maxAge: consentLifeMs,
  });
  response.redirect(oauth.consentUrl({ redirectUri, state, codeVerifier }));
}

async function finish(parts: OauthRouterParts, request: Request, response: Response): Promise<void> {
  const { logger, words } = parts;
  const { code, oa_id: oaId, state } = request.query;
  const answer = (status: number, text: string) => response.status(status).type('text').send(text);
  if (!isCode(code) || typeof oaId !== 'string' || !/^\d{1,30}$/.test(oaId)) {
    answer(400, words.refused);
    return;
  }
  const attempt = openAttempt(parts.sealer, cookieOf(request), parts.clock.now());
  // Zalo is not known to return `state` for OAs; the cookie says which consent was begun in this browser.
  const isOwn = attempt !== undefined && (state === undefined || state === attempt.state);
  const sealedVerifier = isOwn ? await takeVerifier(parts, attempt.state) : undefined;
  if (!attempt || !sealedVerifier) {
    answer(400, words.expired);
    return;
  }
  response.clearCookie(cookieName, { path: cookiePath });
  if (oaId !== attempt.oaId) {
    refuseForeign(parts, oaId);
    answer(400, words.refused);
    return;
  }
  try {
    const isStored = await exchange(parts, { oaId, code, sealedVerifier });
    answer(isStored ? 200 : 502, isStored ? words.connected : words.refused);
  } catch (error) {
    logger.warn({ oaId, reason: messageOf(error) }, 'an OA could not be connected');
    answer(502, words.refused);
  }
}

/** @returns whether the grant was stored */
async function exchange(
  parts: OauthRouterParts,
  { oaId, code, sealedVerifier }: { oaId: string; code: string; sealedVerifier: string },
): Promise<boolean> {
  const pair = await parts.oauth.exchangeCode(code, parts.sealer.open(sealedVerifier));
  const owner = await parts.ownerOf({ oaId, accessToken: pair.accessToken });
  const mayStore = owner ? owner.oaId === oaId : await hasNoWorkingGrant(parts, oaId);
  if (!mayStore) {
    refuseForeign(parts, oaId);
    return false;
  }
  await connectOa(parts, { oaId, nameAtZalo: owner?.name, ...pair });
  parts.logger.info({ oaId }, 'an OA was connected');
  return true;
}

function refuseForeign({ alarm }: OauthRouterParts, oaId: string): void {
  alarm.raise('foreign-oa', {
    oaId,
    detail: 'consent was given for another OA than the link is for, and was not taken',
  });
}

function isCode(code: unknown): code is string {
  return typeof code === 'string' && code !== '' && !code.includes('\0');
}

function cookieOf({ headers }: Request): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
}

/**
 * The browser brings the OA's id in the address, so an administrator who consents for their own OA could name one of
 * ours and replace its grant. When Zalo does not say which OA owns the grant, a working grant is not replaced.
 */
async function hasNoWorkingGrant({ db }: OauthRouterParts, oaId: string): Promise<boolean> {
  const working = await db
    .selectFrom('oas')
    .select('oa_id')
    .where('oa_id', '=', oaId)
    .where('token_state', '=', 'ok')
    .executeTakeFirst();
  return working === undefined;
}

/** Uses up the consent that was begun with this state. @returns its sealed verifier */
async function takeVerifier({ db, clock }: OauthRouterParts, state: string): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('authorisations')
    .where('state', '=', state)
    .where('created_at', '>=', clock.now() - consentLifeMs)
    .returning('code_verifier_encrypted')
    .executeTakeFirst();
  return taken?.code_verifier_encrypted;
}

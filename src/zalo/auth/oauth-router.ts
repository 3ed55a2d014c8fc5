import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { connectOa } from './connect-oa.ts';
import type { OAuthClient } from './oauth-client.ts';
import type { OwnerOfToken } from './owner-of-token.ts';

interface OauthRouterParts {
  db: Kysely<Tables>;
  sealer: Sealer;
  clock: Clock;
  logger: Logger;
  oauth: OAuthClient;
  ownerOf: OwnerOfToken;
  /** The callback as registered in Zalo's console: PUBLIC_URL + `/oauth/zalo/callback`. */
  redirectUri: string;
  /** Set when Zalo's console has a fixed challenge. */
  codeVerifier?: string | undefined;
  /** Whether this request may start to connect an OA. */
  mayStart(request: Request): boolean | Promise<boolean>;
  /** What the browser shows afterwards. */
  words: { connected: string; refused: string; expired: string };
}

/** The administrator must restart consent after this time; the code itself lives 10 minutes. */
const consentLifeMs = 30 * 60_000;

/**
 * `GET /oauth/zalo/start` sends an administrator to Zalo's consent page; `GET /oauth/zalo/callback` receives the grant.
 */
export function createOauthRouter(parts: OauthRouterParts): Router {
  const router = Router();
  router.get('/oauth/zalo/start', (request, response) => start(parts, request, response));
  router.get('/oauth/zalo/callback', (request, response) => finish(parts, request, response));
  return router;
}

async function start(parts: OauthRouterParts, request: Request, response: Response): Promise<void> {
  const { db, sealer, clock, oauth, redirectUri } = parts;
  if (!(await parts.mayStart(request))) {
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
  response.redirect(oauth.consentUrl({ redirectUri, state, codeVerifier }));
}

async function finish(parts: OauthRouterParts, request: Request, response: Response): Promise<void> {
  const { sealer, oauth, logger, words } = parts;
  const { code, oa_id: oaId, state } = request.query;
  const answer = (status: number, text: string) => response.status(status).type('text').send(text);
  if (typeof code !== 'string' || typeof oaId !== 'string' || !/^\d{1,30}$/.test(oaId)) {
    answer(400, words.refused);
    return;
  }
  const sealedVerifier = await takeVerifier(parts, typeof state === 'string' ? state : undefined);
  if (!sealedVerifier) {
    answer(400, words.expired);
    return;
  }
  try {
    const pair = await oauth.exchangeCode(code, sealer.open(sealedVerifier));
    if (!(await mayStoreGrant(parts, { oaId, accessToken: pair.accessToken }))) {
      logger.warn({ oaId }, 'a grant came with the id of another OA, and was not taken');
      answer(502, words.refused);
      return;
    }
    await connectOa(parts, { oaId, ...pair });
    logger.info({ oaId }, 'an OA was connected');
    answer(200, words.connected);
  } catch (error) {
    logger.warn({ oaId, reason: messageOf(error) }, 'an OA could not be connected');
    answer(502, words.refused);
  }
}

/**
 * The browser brings the OA's id in the address, so an administrator who consents for their own OA could name one of
 * ours and replace its grant. When Zalo does not say which OA owns the grant, a working grant is not replaced.
 */
async function mayStoreGrant(
  { db, ownerOf }: OauthRouterParts,
  grant: { oaId: string; accessToken: string },
): Promise<boolean> {
  const owner = await ownerOf(grant);
  if (owner !== undefined) return owner === grant.oaId;
  const working = await db
    .selectFrom('oas')
    .select('oa_id')
    .where('oa_id', '=', grant.oaId)
    .where('token_state', '=', 'ok')
    .executeTakeFirst();
  return working === undefined;
}

/**
 * Uses up the consent that this callback belongs to. Zalo is not known to return `state` for OAs: without it, the
 * callback belongs to the latest open consent.
 */
async function takeVerifier(
  { db, clock }: OauthRouterParts,
  state: string | undefined,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('authorisations')
    .selectAll()
    .where('created_at', '>=', clock.now() - consentLifeMs)
    .$if(state !== undefined, (query) => query.where('state', '=', state as string))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const taken = await db.deleteFrom('authorisations').where('state', '=', row.state).executeTakeFirst();
  return taken.numDeletedRows > 0n ? row.code_verifier_encrypted : undefined;
}

/** Key for the link that the operator's command line creates: a sealed expiry time. */
export function sealConsentKey(sealer: Sealer, openUntil: number): string {
  return sealer.seal(String(openUntil));
}

/** @param key untrusted text from the request */
export function consentKeyIsOpen(sealer: Sealer, key: string, now: number): boolean {
  try {
    return Number(sealer.open(key)) > now;
  } catch {
    return false;
  }
}

import type { Request, Response, Router } from 'express';
import express from 'express';
import { renderConsentError, renderConsentPage } from './consent-page.ts';
import { respond } from './fault-responder.ts';
import { accessTokenLifetimeMs, refreshTokenLifetimeMs, type TokenPair } from './grant-store.ts';
import { OAuthError } from './oauth-error.ts';
import type { Platform } from './platform.ts';

const permissionPath = '/v4/oa/permission';
const tokenPath = '/v4/oa/access_token';

/**
 * OAuth v4 for OAs: the consent page, codes, and tokens that rotate at every refresh.
 * @param callbackUrl the one registered in the console; undefined accepts any
 */
export function createOAuthRouter(platform: Platform, callbackUrl: string | undefined): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  router.get(permissionPath, (request, response) =>
    showConsent(platform, { request, response, callbackUrl }),
  );
  router.post(permissionPath, form, (request, response) => {
    giveConsent(platform, { request, response, callbackUrl });
  });
  router.post(tokenPath, form, (request, response) => giveTokens(platform, request, response));
  return router;
}

interface ConsentExchange {
  request: Request;
  response: Response;
  callbackUrl: string | undefined;
}

function showConsent(platform: Platform, { request, response, callbackUrl }: ConsentExchange): void {
  const given = fieldsOf(request.query);
  const refusal = refusalOf(platform, given, callbackUrl);
  if (refusal) {
    response.status(400).type('html').send(renderConsentError(refusal.code, refusal.message));
    return;
  }
  const { app_id: appId = '', redirect_uri: redirectUri = '', code_challenge = '', state = '' } = given;
  const page = renderConsentPage(
    { appId, redirectUri, codeChallenge: code_challenge, state },
    platform.people.oas.values(),
  );
  response.type('html').send(page);
}

function giveConsent(platform: Platform, { request, response, callbackUrl }: ConsentExchange): void {
  const given = fieldsOf(request.body);
  const { oa_id: oaId = '', redirect_uri: redirectUri = '', code_challenge, state } = given;
  const refusal = refusalOf(platform, given, callbackUrl);
  if (refusal || !platform.people.oas.has(oaId)) {
    const { code, message } = refusal ?? new OAuthError(-14002, 'Unknown OA');
    response.status(400).type('html').send(renderConsentError(code, message));
    return;
  }
  const target = new URL(redirectUri);
  target.searchParams.set('code', platform.grants.createCode(oaId, code_challenge));
  target.searchParams.set('oa_id', oaId);
  if (state && platform.switches.read().stateInCallback) target.searchParams.set('state', state);
  response.redirect(target.href);
}

function refusalOf(
  { appId, switches }: Platform,
  { app_id, redirect_uri = '', code_challenge }: Record<string, string>,
  callbackUrl: string | undefined,
): OAuthError | undefined {
  if (app_id !== appId) return new OAuthError(-14002, 'Invalid app id');
  const matches = callbackUrl === undefined ? URL.canParse(redirect_uri) : redirect_uri === callbackUrl;
  if (!matches) return new OAuthError(-14003, 'Invalid redirect uri');
  if (!code_challenge && switches.read().codeChallenge === 'required') {
    return new OAuthError(-14003, 'Invalid code challenge');
  }
  return undefined;
}

function giveTokens(platform: Platform, request: Request, response: Response): void {
  const { faults, log, switches, apiCounts } = platform;
  const fault = faults.takeFor(tokenPath);
  const body =
    fault && !fault.accepted ? new OAuthError(fault.code, 'Request failed') : redeem(platform, request);
  const refused = body instanceof OAuthError;
  const code = refused ? body.code : 0;
  apiCounts.count(tokenPath, code);
  log.add({
    kind: 'api',
    method: 'POST',
    path: tokenPath,
    code,
    ...(fault ? { fault: fault.kind } : {}),
  });
  respond(response, { status: refused ? switches.read().oauthErrorStatus : 200, body }, fault);
}

function redeem(platform: Platform, request: Request): OAuthError | object {
  const { grants, appId, appSecret, switches } = platform;
  const { app_id, grant_type, code = '', code_verifier, refresh_token = '' } = fieldsOf(request.body);
  try {
    if (app_id !== appId) throw new OAuthError(-14002, 'Invalid app id');
    if (request.get('secret_key') !== appSecret) throw new OAuthError(-14004, 'Invalid secret key');
    if (grant_type === 'authorization_code') {
      return tokenBody(grants.redeemCode(code, code_verifier), switches.read().refreshTokenLifetime);
    }
    if (grant_type !== 'refresh_token') throw new OAuthError(-14005, 'Invalid grant type');
    return tokenBody(grants.refresh(refresh_token), switches.read().refreshTokenLifetime);
  } catch (error) {
    if (error instanceof OAuthError) return error;
    throw error;
  }
}

/** Lifetimes are texts of whole seconds. */
export function tokenBody({ accessToken, refreshToken }: TokenPair, withRefreshLifetime: boolean) {
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: String(accessTokenLifetimeMs / 1_000),
    ...(withRefreshLifetime ? { refresh_token_expires_in: String(refreshTokenLifetimeMs / 1_000) } : {}),
  };
}

function fieldsOf(given: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

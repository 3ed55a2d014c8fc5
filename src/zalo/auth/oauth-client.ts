import { createHash } from 'node:crypto';
import { wireOauthRefusal, wireTokens } from '../api/wire-answers.ts';
import { ZaloRefusal, ZaloTransportError } from '../api/zalo-error.ts';
import type { ZaloHttp } from '../api/zalo-http.ts';

export interface TokenPair {
  accessToken: string;
  /** Works once; undefined when Zalo sent none. */
  refreshToken: string | undefined;
  accessLifeMs: number;
  refreshLifeMs: number;
}

/** Zalo's OAuth v4 for Official Accounts. */
export interface OAuthClient {
  /** URL where an administrator of an OA gives consent. Only the challenge of `codeVerifier` is sent. */
  consentUrl(request: { redirectUri: string; state: string; codeVerifier: string }): string;
  /** @throws ZaloRefusal or ZaloTransportError */
  exchangeCode(code: string, codeVerifier: string): Promise<TokenPair>;
  /**
   * Uses up a refresh token.
   * @throws ZaloRefusal when Zalo rejects it
   * @throws ZaloTransportError when it is unknown whether Zalo accepted it
   */
  refresh(refreshToken: string): Promise<TokenPair>;
}

interface OAuthClientParts {
  http: ZaloHttp;
  /** Base URL of the same host, for links that a browser opens. */
  baseUrl: string;
  appId: string;
  /** The app secret, not the OA Secret Key. */
  appSecret: string;
}

const tokenPath = '/v4/oa/access_token';
const consentPath = '/v4/oa/permission';
/** 25 hours and three months, unless the answer says otherwise. */
const usualAccessLifeSeconds = 90_000;
const usualRefreshLifeSeconds = 7_776_000;

export function createOAuthClient({ http, baseUrl, appId, appSecret }: OAuthClientParts): OAuthClient {
  async function askForTokens(fields: Record<string, string>): Promise<TokenPair> {
    const { status, json } = await http.exchange({
      method: 'POST',
      path: tokenPath,
      headers: { secret_key: appSecret },
      body: new URLSearchParams({ app_id: appId, ...fields }),
    });
    // A 429 says nothing about the grant, so it is not a refusal.
    if (status === 429)
      throw new ZaloTransportError('HTTP 429', { path: tokenPath, delivered: 'no', status });
    const tokens = wireTokens.safeParse(json);
    if (!tokens.success) throw refusalOf(json);
    const { access_token, refresh_token, expires_in, refresh_token_expires_in } = tokens.data;
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? undefined,
      accessLifeMs: (expires_in || usualAccessLifeSeconds) * 1000,
      refreshLifeMs: (refresh_token_expires_in || usualRefreshLifeSeconds) * 1000,
    };
  }

  return {
    consentUrl({ redirectUri, state, codeVerifier }) {
      const query = new URLSearchParams({
        app_id: appId,
        redirect_uri: redirectUri,
        code_challenge: challengeOf(codeVerifier),
        state,
      });
      return `${baseUrl}${consentPath}?${query}`;
    },
    exchangeCode: (code, codeVerifier) =>
      askForTokens({ code, grant_type: 'authorization_code', code_verifier: codeVerifier }),
    refresh: (refreshToken) => askForTokens({ refresh_token: refreshToken, grant_type: 'refresh_token' }),
  };
}

/** PKCE: base64url of the SHA-256 of the verifier. */
export function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier, 'ascii').digest('base64url');
}

/** An answer without an access token is a refusal, whatever its HTTP status and fields. */
function refusalOf(json: unknown): ZaloRefusal {
  const refusal = wireOauthRefusal.safeParse(json);
  const fields = refusal.success ? refusal.data : undefined;
  const detail = fields?.error_name ?? fields?.error_description ?? fields?.error_reason ?? fields?.message;
  return new ZaloRefusal(fields?.error ?? 0, detail ?? 'no access token in the answer', tokenPath);
}

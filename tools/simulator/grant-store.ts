import { createHash } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import type { ActivityLog } from './activity-log.ts';
import { ApiError } from './api-error.ts';
import { createToken } from './ids.ts';
import { OAuthError } from './oauth-error.ts';

export const accessTokenLifetimeMs = 90_000_000;
export const refreshTokenLifetimeMs = 90 * 86_400_000;
const codeLifetimeMs = 600_000;
const keptDeadTokens = 10_000;

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

interface Grant extends TokenPair {
  accessExpiresAt: number;
  refreshExpiresAt: number;
}

interface Code {
  oaId: string;
  challenge?: string;
  expiresAt: number;
}

/** The app's right to act for OAs. Refresh tokens are single-use; a new pair kills the old one at once. */
export interface GrantStore {
  issue(oaId: string): TokenPair;
  createCode(oaId: string, challenge?: string): string;
  /** @throws OAuthError */
  redeemCode(code: string, verifier?: string): TokenPair;
  /** @throws OAuthError */
  refresh(refreshToken: string): TokenPair;
  /** @throws ApiError -216 for an unknown token, -220 for one that has expired or was replaced */
  oaIdOf(accessToken: string): string;
  /** The OA of a token, for the log; undefined unless the token is the current one. */
  ownerOf(accessToken: string): string | undefined;
  isGranted(oaId: string): boolean;
  /** Epoch milliseconds; undefined without a grant. */
  accessExpiresAt(oaId: string): number | undefined;
  /** The access token dies early; the refresh token stays valid. */
  expireAccessToken(oaId: string): void;
  /** The OA withdraws its consent. */
  revoke(oaId: string): void;
}

export function createGrantStore({ clock, log }: { clock: Clock; log: ActivityLog }): GrantStore {
  const grants = new Map<string, Grant>();
  const byAccessToken = new Map<string, string>();
  const byRefreshToken = new Map<string, string>();
  const deadTokens = new Set<string>();
  const codes = new Map<string, Code>();

  function retireTokens(oaId: string): void {
    const old = grants.get(oaId);
    if (!old) return;
    grants.delete(oaId);
    byAccessToken.delete(old.accessToken);
    byRefreshToken.delete(old.refreshToken);
    deadTokens.add(old.accessToken);
    const [oldest] = deadTokens;
    if (deadTokens.size > keptDeadTokens && oldest) deadTokens.delete(oldest);
  }

  function issue(oaId: string): TokenPair {
    retireTokens(oaId);
    const pair = { accessToken: createToken(), refreshToken: createToken() };
    const now = clock.now();
    grants.set(oaId, {
      ...pair,
      accessExpiresAt: now + accessTokenLifetimeMs,
      refreshExpiresAt: now + refreshTokenLifetimeMs,
    });
    byAccessToken.set(pair.accessToken, oaId);
    byRefreshToken.set(pair.refreshToken, oaId);
    log.add({ kind: 'grant', oaId, id: 'issued' });
    return pair;
  }

  return {
    issue,
    createCode(oaId, challenge) {
      const code = createToken();
      codes.set(code, { oaId, expiresAt: clock.now() + codeLifetimeMs, ...(challenge ? { challenge } : {}) });
      return code;
    },
    redeemCode(given, verifier) {
      const code = codes.get(given);
      codes.delete(given);
      if (!code || clock.now() > code.expiresAt) throw new OAuthError(-118, 'Invalid authorization code');
      if (code.challenge && code.challenge !== challengeOf(verifier ?? '')) {
        throw new OAuthError(-118, 'Invalid code verifier');
      }
      return issue(code.oaId);
    },
    refresh(refreshToken) {
      const oaId = byRefreshToken.get(refreshToken);
      const grant = oaId === undefined ? undefined : grants.get(oaId);
      if (!oaId || !grant || clock.now() > grant.refreshExpiresAt) {
        throw new OAuthError(-14014, 'Invalid refresh token');
      }
      return issue(oaId);
    },
    oaIdOf(accessToken) {
      const oaId = byAccessToken.get(accessToken);
      const grant = oaId === undefined ? undefined : grants.get(oaId);
      if (!oaId || !grant) throw new ApiError(deadTokens.has(accessToken) ? -220 : -216);
      if (clock.now() > grant.accessExpiresAt) throw new ApiError(-220);
      return oaId;
    },
    ownerOf: (accessToken) => byAccessToken.get(accessToken),
    isGranted: (oaId) => grants.has(oaId),
    accessExpiresAt: (oaId) => grants.get(oaId)?.accessExpiresAt,
    expireAccessToken(oaId) {
      const grant = grants.get(oaId);
      if (grant) grant.accessExpiresAt = clock.now() - 1;
      log.add({ kind: 'grant', oaId, id: 'access-token-expired' });
    },
    revoke(oaId) {
      retireTokens(oaId);
      log.add({ kind: 'grant', oaId, id: 'revoked' });
    },
  };
}

/** PKCE's S256 without padding. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

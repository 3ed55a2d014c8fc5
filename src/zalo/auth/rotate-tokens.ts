import type { Alarm } from '../../alarm.ts';
import type { Clock } from '../../clock.ts';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';
import { NeedsAuthorisation, ZaloNotNow, ZaloRefusal, ZaloTransportError } from '../api/zalo-error.ts';
import type { OAuthClient, TokenPair } from './oauth-client.ts';
import type { Grant, TokenStore } from './token-store.ts';

export interface RotationParts {
  store: TokenStore;
  oauth: OAuthClient;
  clock: Clock;
  alarm: Alarm;
  logger: Logger;
  metrics: Metrics;
  sleep(ms: number): Promise<void>;
}

export interface Rotation {
  oaId: string;
  /** The lease that the caller has taken. */
  lease: string;
  grant: Grant;
  /** False when an early refresh leaves a token that still works. */
  accessIsDead: boolean;
}

const pauseMs = 10_000;
const saveAttempts = 5;
const saveAgainMs = 1000;

/**
 * Trades the refresh token for a new pair and stores it before any caller uses it.
 * @throws NeedsAuthorisation after Zalo refused: the OA is marked and the alarm raised
 * @throws ZaloNotNow when Zalo did not answer: the grant is unchanged
 */
export async function rotateTokens(
  parts: RotationParts,
  rotation: Rotation,
): Promise<Grant & { accessToken: string }> {
  const { metrics, store, clock, logger } = parts;
  const { oaId, grant } = rotation;
  try {
    if (!grant.refreshToken) throw new ZaloRefusal(0, 'there is no refresh token', 'the token endpoint');
    const pair = await refreshWithRetry(parts, oaId, grant.refreshToken);
    const accessExpiresAt = clock.now() + pair.accessLifeMs;
    await storePair(parts, rotation, pair);
    metrics.count('token_refreshes_total', { result: 'ok' });
    logger.info({ oaId, version: grant.version + 1 }, 'tokens rotated');
    const { accessToken, refreshToken = grant.refreshToken } = pair;
    return {
      accessToken,
      refreshToken,
      accessExpiresAt,
      needsAuthorisation: false,
      version: grant.version + 1,
    };
  } catch (error) {
    if (error instanceof ZaloRefusal) return markRefused(parts, rotation, error);
    if (!(error instanceof ZaloTransportError)) throw error;
    metrics.count('token_refreshes_total', { result: 'no-answer' });
    logger.warn({ oaId, reason: error.message }, 'the token could not be refreshed for now');
    await store.releaseLease(oaId, rotation.lease);
    throw new ZaloNotNow(error.message, clock.now() + pauseMs);
  }
}

/** Retries a lost answer once with the same refresh token: it still works if Zalo never saw the first try. */
async function refreshWithRetry(
  { oauth, logger }: RotationParts,
  oaId: string,
  refreshToken: string,
): Promise<TokenPair> {
  try {
    return await oauth.refresh(refreshToken);
  } catch (error) {
    if (!(error instanceof ZaloTransportError) || error.delivered === 'no') throw error;
    logger.warn({ oaId, reason: error.message }, 'the answer of a refresh was lost, trying once more');
    return oauth.refresh(refreshToken);
  }
}

/** The old pair is dead by now, so a brief database failure must not cost us the new one. */
async function storePair(parts: RotationParts, { oaId, grant }: Rotation, pair: TokenPair): Promise<void> {
  const { store, clock, logger, sleep } = parts;
  const now = clock.now();
  const saved = {
    accessToken: pair.accessToken,
    refreshToken: pair.refreshToken,
    accessExpiresAt: now + pair.accessLifeMs,
    refreshExpiresAt: now + pair.refreshLifeMs,
  };
  for (let tries = 1; ; tries += 1) {
    try {
      if (await store.savePair(oaId, grant.version, saved)) return;
      throw newerGrant(clock.now());
    } catch (error) {
      if (tries >= saveAttempts || error instanceof ZaloNotNow) throw error;
      logger.error({ oaId, reason: messageOf(error) }, 'a new token pair could not be stored, trying again');
      await sleep(saveAgainMs);
    }
  }
}

async function markRefused(parts: RotationParts, rotation: Rotation, refusal: ZaloRefusal): Promise<never> {
  const { store, metrics, alarm, clock } = parts;
  const { oaId, grant, accessIsDead } = rotation;
  metrics.count('token_refreshes_total', { result: 'refused' });
  const isCurrent = await store.markNeedsAuthorisation(
    oaId,
    grant.version,
    accessIsDead ? clock.now() : undefined,
  );
  if (!isCurrent) throw newerGrant(clock.now());
  alarm.raise('needs-authorisation', { oaId, detail: `${refusal.code} ${refusal.detail}` });
  throw new NeedsAuthorisation(oaId);
}

/** The OA was connected again meanwhile: the caller may retry at once with the stored grant. */
function newerGrant(now: number): ZaloNotNow {
  return new ZaloNotNow('the OA was connected again meanwhile', now);
}

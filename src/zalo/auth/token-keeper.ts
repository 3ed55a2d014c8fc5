import { randomUUID } from 'node:crypto';
import NodeCache from 'node-cache';
import { messageOf } from '../../errors.ts';
import { NeedsAuthorisation, ZaloNotNow } from '../api/zalo-error.ts';
import { type Rotation, type RotationParts, rotateTokens } from './rotate-tokens.ts';
import type { Grant } from './token-store.ts';

/** Hands out access tokens. One refresh at a time per OA, across processes; never repeats a refused one. */
export interface TokenKeeper {
  /**
   * @throws NeedsAuthorisation when only a person can help
   * @throws ZaloNotNow when no token is available for the moment
   */
  getAccessToken(oaId: string): Promise<string>;
  /** A token other than the one that Zalo just refused; another process may already have it. Throws as above. */
  refreshAfter(oaId: string, failedToken: string): Promise<string>;
  /** Refreshes every token that expires within two hours. Logs failures and raises alarms, never throws. */
  refreshDueTokens(): Promise<void>;
}

type UsableGrant = Grant & { accessToken: string };

/** What a caller cannot use: a token that Zalo just refused, or one that expires before a time (epoch ms). */
interface UnusableToken {
  token?: string;
  endingBefore?: number;
}

/** How long the keeper hands out a token without reading its row again. */
const cachedSeconds = 5;
const refreshAheadMs = 2 * 60 * 60_000;
/** A token this close to its expiry may be dead when the call arrives. */
const endMarginMs = 30_000;
/** Longer than two tries of a refresh, so that no other process starts one meanwhile. */
const leaseMs = 45_000;
const pollMs = 250;
/** After a temporary refresh failure, calls are postponed this long instead of refreshing again at each call. */
const pauseMs = 10_000;

export function createTokenKeeper(parts: RotationParts): TokenKeeper {
  const { store, clock, logger, sleep } = parts;
  const cache = new NodeCache({ stdTTL: cachedSeconds, checkperiod: 0, useClones: false });
  const running = new Map<string, Promise<UsableGrant>>();
  const pausedUntil = new Map<string, number>();

  const isLive = (grant: Grant | undefined): grant is UsableGrant =>
    !!grant?.accessToken && grant.accessExpiresAt - endMarginMs > clock.now();

  /** Refreshes unless the store has a usable grant. Callers in this process share the work. */
  async function refreshUnlessUsable(oaId: string, unusable: UnusableToken): Promise<string> {
    for (let other = running.get(oaId); other; other = running.get(oaId)) {
      const grant = await other;
      if (!isUnusable(grant, unusable)) return grant.accessToken;
    }
    const own = obtainGrant(oaId, unusable).finally(() => running.delete(oaId));
    running.set(oaId, own);
    const grant = await own;
    cache.set(oaId, grant);
    return grant.accessToken;
  }

  async function obtainGrant(oaId: string, unusable: UnusableToken): Promise<UsableGrant> {
    const giveUpAt = clock.now() + leaseMs;
    while (clock.now() <= giveUpAt) {
      const grant = await store.findGrant(oaId);
      if (isLive(grant) && !isUnusable(grant, unusable)) return grant;
      if (!grant || grant.needsAuthorisation) throw new NeedsAuthorisation(oaId);
      throwIfPaused(oaId);
      const lease = randomUUID();
      const now = clock.now();
      if (await store.takeLease(oaId, { lease, now, until: now + leaseMs, version: grant.version })) {
        return rotate({
          oaId,
          lease,
          grant,
          accessIsDead: !isLive(grant) || grant.accessToken === unusable.token,
        });
      }
      await sleep(pollMs);
    }
    throw new ZaloNotNow('another process is refreshing the token', clock.now() + pauseMs);
  }

  async function rotate(rotation: Rotation): Promise<UsableGrant> {
    try {
      return await rotateTokens(parts, rotation);
    } catch (error) {
      if (error instanceof ZaloNotNow) pausedUntil.set(rotation.oaId, error.retryAt);
      throw error;
    }
  }

  function throwIfPaused(oaId: string): void {
    const until = pausedUntil.get(oaId) ?? 0;
    if (until > clock.now()) throw new ZaloNotNow('the token could not be refreshed a moment ago', until);
  }

  return {
    async getAccessToken(oaId) {
      const cached = cache.get<UsableGrant>(oaId);
      if (isLive(cached)) return cached.accessToken;
      const grant = await store.findGrant(oaId);
      if (!isLive(grant)) return refreshUnlessUsable(oaId, {});
      cache.set(oaId, grant);
      return grant.accessToken;
    },

    async refreshAfter(oaId, failedToken) {
      cache.del(oaId);
      return refreshUnlessUsable(oaId, { token: failedToken });
    },

    async refreshDueTokens() {
      const dueBefore = clock.now() + refreshAheadMs;
      for (const oaId of await store.listEndingBefore(dueBefore)) {
        try {
          await refreshUnlessUsable(oaId, { endingBefore: dueBefore });
        } catch (error) {
          logger.warn({ oaId, reason: messageOf(error) }, 'the token was not refreshed ahead of time');
        }
      }
    },
  };
}

function isUnusable(grant: UsableGrant, { token, endingBefore = 0 }: UnusableToken): boolean {
  return grant.accessToken === token || grant.accessExpiresAt < endingBefore;
}

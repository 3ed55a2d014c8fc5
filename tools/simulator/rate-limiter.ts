import type { Clock } from '../../src/clock.ts';
import { minuteMs } from '../../src/durations.ts';
import { ApiError } from './api-error.ts';
import type { SwitchBoard } from './switches.ts';

export interface RateLimiter {
  /** Counts a call. @returns the values of the headers `X-RateLimit-…` */
  count(): { limit: number; remain: number; exceeded: boolean };
  /** @throws ApiError -32 when this OA has used up its minute */
  countForOa(oaId: string): void;
}

/** Counts calls in whole minutes of the clock: per app, and per OA if switched on. */
export function createRateLimiter({ clock, switches }: { clock: Clock; switches: SwitchBoard }): RateLimiter {
  let minute = -1;
  let used = 0;
  const usedByOa = new Map<string, number>();

  function turn(): void {
    const now = Math.floor(clock.now() / minuteMs);
    if (now === minute) return;
    minute = now;
    used = 0;
    usedByOa.clear();
  }

  return {
    count() {
      turn();
      used++;
      const limit = switches.read().rateLimitPerMinute;
      return { limit, remain: Math.max(limit - used, 0), exceeded: used > limit };
    },
    countForOa(oaId) {
      turn();
      const count = (usedByOa.get(oaId) ?? 0) + 1;
      usedByOa.set(oaId, count);
      const limit = switches.read().oaRateLimitPerMinute;
      if (limit !== null && count > limit) throw new ApiError(-32, 'Your OA reached limit call api');
    },
  };
}

/**
 * The only source of time. Times are epoch milliseconds; only this file and the composition root read the real clock.
 */
export interface Clock {
  now(): number;
}

/** Added to a time, gives one whose UTC fields show Vietnamese local time (no daylight saving). */
export const vietnamOffsetMs = 7 * 60 * 60_000;

export const systemClock: Clock = { now: () => Date.now() };

/** Follows the real clock, plus the time by which it was advanced. The demo's bot and simulator share one. */
export interface AdjustableClock extends Clock {
  advance(ms: number): void;
}

/** @param base the clock to follow; pass `{ now: () => fixed }` in tests for time that stands still */
export function createAdjustableClock(base: Clock = systemClock, startOffsetMs = 0): AdjustableClock {
  let offsetMs = startOffsetMs;
  return {
    now: () => base.now() + offsetMs,
    advance(ms) {
      offsetMs += ms;
    },
  };
}

/** Nothing in an inbox or an outbox waits longer than this for its next try. */
export const maxWaitMs = 10 * 60_000;

/** Whether a time is further ahead than anything waits: it was written before the machine's clock was put back. */
export function isBeforePutBack(at: number, now: number): boolean {
  return at - now > maxWaitMs;
}

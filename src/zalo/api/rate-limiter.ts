import type { Clock } from '../../clock.ts';

const windowMs = 60_000;
/** The part of the limit that each message of a minute to the same resident leaves to others beyond the one before. */
const leftPerMessage = 0.1;
const maxLeft = 0.5;

/** Keeps calls within Zalo's limits, which reset each minute. */
export interface RateLimiter {
  /**
   * Counts a call. The more messages a resident had this minute, the more of the limit each further one leaves to
   * others, so that residents who flood the account do not use up what the others need.
   * @param personId who receives the message; without it the call may use all that is left
   * @returns undefined when it is allowed, else the time to wait for (epoch ms); counts nothing then
   */
  take(oaId: string, personId?: string): number | undefined;
  /** Learns from the `X-RateLimit-*` headers of an answer, which include the calls of other processes. */
  learn(oaId: string, headers: Record<string, string>): void;
  /** Zalo reported that a limit is reached. @returns the start of the next minute (epoch ms) */
  close(oaId: string, scope: 'app' | 'oa'): number;
}

interface Budget {
  minute: number;
  limit: number;
  left: number;
}

interface RateLimiterParts {
  clock: Clock;
  /** Calls per minute of the whole app. */
  perAppLimit?: number;
}

/** Counts the app's limit itself; learns that of an OA, which Zalo does not publish, from Zalo's answers. */
export function createRateLimiter({ clock, perAppLimit = 4000 }: RateLimiterParts): RateLimiter {
  const app: Budget = { minute: 0, limit: perAppLimit, left: perAppLimit };
  const byOa = new Map<string, Budget>();
  /** How many messages each person had in the current minute. */
  const received = new Map<string, number>();

  function appBudget(minute: number): Budget {
    if (app.minute !== minute) {
      Object.assign(app, { minute, left: perAppLimit });
      received.clear();
    }
    return app;
  }

  function oaBudget(oaId: string, minute: number) {
    const budget = byOa.get(oaId) ?? {
      minute,
      limit: Number.POSITIVE_INFINITY,
      left: Number.POSITIVE_INFINITY,
    };
    if (budget.minute !== minute) Object.assign(budget, { minute, left: budget.limit });
    byOa.set(oaId, budget);
    return budget;
  }

  const currentMinute = () => Math.floor(clock.now() / windowMs);
  const nextMinuteAt = () => (currentMinute() + 1) * windowMs;

  return {
    take(oaId, personId) {
      const budgets = [appBudget(currentMinute()), oaBudget(oaId, currentMinute())];
      const key = `${oaId}/${personId}`;
      const before = personId === undefined ? 0 : (received.get(key) ?? 0);
      if (budgets.some((budget) => budget.left <= leftToOthers(budget, before))) return nextMinuteAt();
      for (const budget of budgets) budget.left -= 1;
      if (personId !== undefined) received.set(key, before + 1);
      return undefined;
    },
    learn(oaId, headers) {
      const budget = oaBudget(oaId, currentMinute());
      const limit = figureOf(headers['x-ratelimit-limit']);
      const remain = figureOf(headers['x-ratelimit-remain']);
      // A limit of 0 would stop everything for ever: ignore it.
      if (limit) budget.limit = limit;
      if (remain !== undefined) budget.left = Math.min(budget.left, remain);
    },
    close(oaId, scope) {
      const budget = scope === 'app' ? appBudget(currentMinute()) : oaBudget(oaId, currentMinute());
      budget.left = 0;
      return nextMinuteAt();
    },
  };
}

function leftToOthers({ limit }: Budget, before: number): number {
  return Number.isFinite(limit) ? limit * Math.min(before * leftPerMessage, maxLeft) : 0;
}

function figureOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : undefined;
}

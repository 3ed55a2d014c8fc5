import { z } from 'zod';
import type { ActivityLog } from './activity-log.ts';

/**
 * A deliberate failure. `http500`, `timeout` (no answer) and `reset` (connection cut) lose the answer;
 * `accepted` says whether the call took effect before. `error` is a refusal, which never takes effect.
 */
const faultSchema = z.strictObject({
  kind: z.enum(['http500', 'timeout', 'reset', 'error']),
  /** Zalo's number for `error`. */
  code: z.number().int().default(-200),
  /**
   * How many calls it hits; without `count` and `rate` only the next one, with `rate` alone until cleared.
   */
  count: z.number().int().min(1).optional(),
  /** Share of the calls that it hits. */
  rate: z.number().min(0).max(1).default(1),
  /** Start of the path. Without it all OpenAPI calls, never OAuth: a lost refresh would end the grant. */
  path: z.string().optional(),
  accepted: z.boolean().optional(),
});

export interface Fault {
  kind: z.infer<typeof faultSchema>['kind'];
  code: number;
  accepted: boolean;
}

export interface Faults {
  /** @throws ZodError for an invalid fault */
  add(given: unknown): void;
  /** @returns the fault for this call, if any; counts it */
  takeFor(path: string): Fault | undefined;
  list(): object[];
  clear(): void;
}

interface ActiveFault extends Fault {
  remaining: number;
  rate: number;
  path: string | undefined;
}

export function createFaults({ log }: { log: ActivityLog }): Faults {
  let active: ActiveFault[] = [];
  return {
    add(given) {
      const { kind, code, count, rate, path, accepted } = faultSchema.parse(given);
      const rateGiven = typeof given === 'object' && given !== null && 'rate' in given;
      const remaining = count ?? (rateGiven ? Number.POSITIVE_INFINITY : 1);
      const lost = kind === 'timeout' || kind === 'reset';
      active.push({ kind, code, accepted: accepted ?? lost, remaining, rate, path });
      log.add({ kind: 'faults' });
    },
    takeFor(path) {
      const fault = active.find((one) => applies(one, path) && Math.random() < one.rate);
      if (!fault) return undefined;
      fault.remaining--;
      if (fault.remaining <= 0) active = active.filter((one) => one !== fault);
      return fault;
    },
    list: () =>
      active.map(({ remaining, ...fault }) => ({
        ...fault,
        ...(Number.isFinite(remaining) ? { remaining } : {}),
      })),
    clear() {
      active = [];
      log.add({ kind: 'faults' });
    },
  };
}

function applies({ path }: ActiveFault, called: string): boolean {
  return path === undefined ? !called.startsWith('/v4/') : called.startsWith(path);
}

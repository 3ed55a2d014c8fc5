import { hourMs } from '../../src/durations.ts';
import { ApiError } from './api-error.ts';
import type { SimulatedUser } from './people-store.ts';
import type { Switches } from './switches.ts';

/** Ends of a person's free and paid windows, epoch milliseconds; undefined if they never interacted. */
export function windowEnds(
  { lastInteractionAt }: SimulatedUser,
  switches: Switches,
): { freeUntil: number; openUntil: number } | undefined {
  if (lastInteractionAt === undefined) return undefined;
  return {
    freeUntil: lastInteractionAt + switches.freeWindowHours * hourMs,
    openUntil: lastInteractionAt + switches.openWindowHours * hourMs,
  };
}

/**
 * The allowance that pays for a consultation message at `now`; undefined means that Zalo charges it.
 * @throws ApiError -230/-232 when the window is closed, -320/-321 when no account can pay
 */
export function allowanceFor(user: SimulatedUser, now: number, switches: Switches): object | undefined {
  const ends = windowEnds(user, switches);
  if (!ends) throw new ApiError(-232);
  if (now > ends.openUntil) throw new ApiError(switches.closedWindowCode);
  if (now > ends.freeUntil) {
    if (switches.cloudAccount === 'none') throw new ApiError(-320);
    if (switches.cloudAccount === 'empty') throw new ApiError(-321);
    return undefined;
  }
  const quota_type = user.wrote ? 'reply' : 'welcome_msg';
  return switches.quotaCounts ? { quota_type, remain: '8', total: '8' } : { quota_type };
}

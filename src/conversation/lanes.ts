import type { HeldConversation } from './lease.ts';

export type Lane = 'bot' | 'human';

/** Staff who wrote by hand are not talked over for this long. */
export const staffQuietMs = 4 * 60 * 60_000;

/** Who answers this conversation now. Decided here and nowhere else. */
export function laneOf(held: Pick<HeldConversation, 'humanUntil'>, now: number): Lane {
  return held.humanUntil !== null && held.humanUntil > now ? 'human' : 'bot';
}

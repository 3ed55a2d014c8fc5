import type { ConversationState } from '../conversation/state.ts';

/** Above this many messages within `burstWindowMs`, one reply covers all of a resident's messages. */
const burstLimit = 15;
const burstWindowMs = 60_000;
/** A burst ends after this much silence. */
export const burstQuietMs = 5_000;

/** The times to remember once a message of `occurredAt` is handled. */
export function withMessageAt(state: ConversationState, occurredAt: number): number[] {
  return [...state.recentMessagesAt, occurredAt].slice(-(burstLimit + 1));
}

/**
 * Whether a message of `occurredAt` is part of a burst: the resident sent `burstLimit` others in the minute before.
 */
export function isBurst(state: ConversationState, occurredAt: number): boolean {
  const inWindow = state.recentMessagesAt.filter((at) => Math.abs(occurredAt - at) < burstWindowMs);
  return inWindow.length >= burstLimit;
}

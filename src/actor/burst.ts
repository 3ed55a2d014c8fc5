import type { ConversationState } from '../conversation/state.ts';

/** Above this many messages within `burstWindowMs`, one reply covers all of a resident's messages. */
const burstLimit = 15;
/** The same while an earlier reply still waits to be sent, for example at Zalo's limit of calls. */
const waitingLimit = 3;
const burstWindowMs = 60_000;
/** A burst ends after this much silence. */
export const burstQuietMs = 5_000;

/** The times to remember once a message of `occurredAt` is handled. */
export function withMessageAt(state: ConversationState, occurredAt: number): number[] {
  return [...state.recentMessagesAt, occurredAt].slice(-(burstLimit + 1));
}

/**
 * Whether a message of `occurredAt` is part of a burst: the resident sent `burstLimit` others in the minute before, or
 * `waitingLimit` while a reply to them still waits.
 */
export function isBurst(state: ConversationState, occurredAt: number, replyWaits: boolean): boolean {
  const inWindow = state.recentMessagesAt.filter((at) => Math.abs(occurredAt - at) < burstWindowMs);
  return inWindow.length >= (replyWaits ? waitingLimit : burstLimit);
}

import type { ConversationState } from '../conversation/state.ts';

/** Above this many messages within `burstWindowMs`, one reply covers all of a resident's messages. */
const burstLimit = 15;
const burstWindowMs = 60_000;
/** A burst ends after this much silence. */
const burstQuietMs = 5_000;

/** The times to remember once a message of `occurredAt` is handled. */
export function withMessageAt(state: ConversationState, occurredAt: number): number[] {
  return [...state.recentMessagesAt, occurredAt].slice(-(burstLimit + 1));
}

/** Whether a message of `occurredAt` is part of a burst: the resident sent `burstLimit` others in the minute before. */
export function isBurst(state: ConversationState, occurredAt: number): boolean {
  const inWindow = state.recentMessagesAt.filter((at) => Math.abs(occurredAt - at) < burstWindowMs);
  return inWindow.length >= burstLimit;
}

interface BurstTimes {
  /** When its first and its last message were received. */
  firstAt: number;
  lastAt: number;
  /** When an earlier reply that waits, for example at Zalo's limit of calls, is tried again. */
  replyWaitsUntil: number | undefined;
}

/**
 * When the reply to a burst is due: once it is quiet, and once earlier replies are sent, so that a flooder's replies
 * do not pile up; after a minute in any case.
 */
export function burstEndsAt({ firstAt, lastAt, replyWaitsUntil = firstAt }: BurstTimes): number {
  return Math.max(lastAt + burstQuietMs, Math.min(replyWaitsUntil, firstAt + burstWindowMs));
}

import type { ConversationState } from '../conversation/state.ts';

/** Past this many messages within `burstWindowMs`, a resident's messages are handled as one. */
const burstLimit = 15;
const burstWindowMs = 60_000;
/** A burst is over when nothing came for this long. */
export const burstQuietMs = 5_000;

/** The times to remember once a message of `occurredAt` is taken in. */
export function withMessageAt(state: ConversationState, occurredAt: number): number[] {
  return [...state.recentMessagesAt, occurredAt].slice(-(burstLimit + 1));
}

/** Whether a message of `occurredAt` is one too many: the resident sent `burstLimit` others in the minute before. */
export function isBurst(state: ConversationState, occurredAt: number): boolean {
  const inWindow = state.recentMessagesAt.filter((at) => Math.abs(occurredAt - at) < burstWindowMs);
  return inWindow.length >= burstLimit;
}

import { type ConversationState, freshState } from '../../src/conversation/state.ts';
import type { Talk } from '../../src/intents/flow/talk.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');

/** What was said before a message. */
export interface TalkBefore extends Partial<ConversationState> {
  answeredAgoMs?: number;
}

/** A conversation to read a message in. */
export function talkAfter({ answeredAgoMs, ...state }: TalkBefore = {}): Talk {
  const lastAt = answeredAgoMs === undefined ? {} : { answer: now - answeredAgoMs };
  return { state: { ...freshState, lastAt, ...state }, now };
}

import { type ConversationState, freshState } from '../../src/conversation/state.ts';
import type { Talk } from '../../src/intents/flow/talk.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');

/** The conversation before a message; `answeredAgoMs` is the time since the last answer. */
export interface TalkBefore extends Partial<ConversationState> {
  answeredAgoMs?: number;
}

/** A conversation in which to read the next message. */
export function talkAfter({ answeredAgoMs, ...state }: TalkBefore = {}): Talk {
  const lastAt = answeredAgoMs === undefined ? {} : { answer: now - answeredAgoMs };
  return { state: { ...freshState, lastAt, ...state }, now };
}

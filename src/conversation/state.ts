import type { Address } from '../nlu/phrases/form-of-address.ts';

/** Where a flow of several messages stands: whose turn the next text is. */
export interface OpenStep {
  intent: string;
  step: string;
  data: Record<string, string>;
  startedAt: number;
}

/** What is remembered between two messages of one resident. Carries a version; `upgradeState` mends old ones. */
export interface ConversationState {
  version: 1;
  language: 'vi' | 'en';
  /** They asked for that language: it is kept, whatever they write in. */
  languageAsked?: boolean | undefined;
  address?: Address | undefined;
  /** Topic and intent of the last answer: what "còn lệ phí?" continues. */
  topic?: string | undefined;
  intent?: string | undefined;
  /** Which part of a procedure was told last, as the procedure guide names it. */
  slot?: string | undefined;
  step?: OpenStep | undefined;
  /** Answers in a row that did not help. */
  failures: number;
  /** Things that happen at most once in a while, by name → when last (epoch ms). */
  lastAt: Record<string, number>;
  /** Zalo's times of the last messages, oldest first: tells a flood from a talk. At most `burstLimit` + 1. */
  recentMessagesAt: number[];
  /** Area id the resident told us. */
  placeId?: string | undefined;
  /** Their village: its known name, or as they typed it. */
  village?: string | undefined;
}

export const freshState: ConversationState = {
  version: 1,
  language: 'vi',
  failures: 0,
  lastAt: {},
  recentMessagesAt: [],
};

/** Fills what an older row lacks. */
export function upgradeState(stored: Partial<ConversationState>): ConversationState {
  return { ...freshState, ...stored, version: 1 };
}

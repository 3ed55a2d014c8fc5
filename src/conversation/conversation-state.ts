import type { ButtonMeaning } from '../message.ts';

/** How residents are addressed when they told us, in their own words: `you` for them, `me` for the bot. */
export interface Address {
  you: string;
  me: string;
}

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
  address?: Address;
  /** Topic and intent of the last answer: what "còn lệ phí?" continues. */
  topic?: string;
  intent?: string;
  step?: OpenStep;
  /** Answers in a row that did not help. */
  failures: number;
  /** Things that happen at most once in a while, by name → when last (epoch ms). */
  lastAt: Record<string, number>;
  /** Area id the resident told us. */
  placeId?: string;
  /** What may be sent instead of an answer when a fragment waits for its rest. */
  offered?: ButtonMeaning[];
}

export const freshState: ConversationState = { version: 1, language: 'vi', failures: 0, lastAt: {} };

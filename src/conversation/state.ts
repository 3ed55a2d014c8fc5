import type { AttachmentKind, ButtonData } from '../message.ts';
import type { Address } from '../nlu/phrases/form-of-address.ts';

/** Where a flow of several messages stands: whose turn the next text is. */
export interface OpenStep {
  intent: string;
  step: string;
  data: ButtonData;
  startedAt: number;
}

/** Things of which it is remembered when they happened last. */
export type Mark =
  | 'answer'
  /** A ticket was opened, or brought back. */
  | 'ticket'
  /** The resident called a ticket off. */
  | 'ticket-withdrawn'
  /** The bot asked what a ticket is about, and nothing has been said yet. */
  | 'question-asked'
  /** The resident was told that the ticket goes on beside the bot's answers. */
  | 'ticket-beside-told'
  | 'rating-asked'
  /** An answer did not help, or there was none. */
  | 'failure'
  | 'greeting'
  | 'thanks'
  | 'asked-assistant'
  | 'consent-asked'
  | 'consent-refused'
  /** The resident was asked whether their data shall really be deleted. */
  | 'erasure-asked'
  /** The resident confirmed it; the erasure waits. */
  | 'erasure-confirmed'
  /** The resident said that somebody has died. */
  | 'death'
  /** The bot said its sympathy. */
  | 'sympathy'
  /** The resident read that the bot cannot do it for them. */
  | 'cannot-do'
  /** The bot apologised for how the resident was served. */
  | 'apology'
  /** The resident complained about a person. */
  | 'grievance'
  /** English was noticed, and the way back is not told yet. */
  | 'english-noticed'
  /** The resident was told what to do about a kind of emergency. */
  | `emergency-${string}`
  /** Words that go on from an emergency, by their key. */
  | `emergency.${string}`
  /** The resident was told what to do at a stage of a scam. */
  | `scam-${string}`
  /** Words that go on from a scam, by their key. */
  | `scam.${string}`
  /** A medium was answered; of a ticket, added to it. */
  | AttachmentKind
  | `${AttachmentKind}-for-${number}`;

/** What the resident has told of their case while the talk was about an object. */
export interface ToldCase {
  object: string;
  state?: string | undefined;
  conditions: readonly string[];
  /** Their last words about it, with placeholders for secrets; older rows have none. */
  words?: string | undefined;
}

/** What is remembered between two messages of one resident. Carries a version; `upgradeState` reads older ones. */
export interface ConversationState {
  version: 1;
  language: 'vi' | 'en';
  /** They asked for that language: it is kept, whatever they write in. */
  languageAsked?: boolean | undefined;
  address?: Address | undefined;
  /** Topic and intent of the last answer: what "còn lệ phí?" continues. */
  topic?: string | undefined;
  intent?: string | undefined;
  /** Which aspect of an object was told last, by its name in `aspects.yaml`. */
  slot?: string | undefined;
  /** The object that the last answer was about, where it was one's own. */
  object?: string | undefined;
  told?: ToldCase | undefined;
  step?: OpenStep | undefined;
  /** Answers in a row that did not help. */
  failures: number;
  /** When things happened last (epoch ms). */
  lastAt: Readonly<Partial<Record<Mark, number>>>;
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

/** Fills what an older row lacks, and reads what it calls by another name. */
export function upgradeState(stored: Partial<ConversationState>): ConversationState {
  return { ...freshState, ...stored, lastAt: upgradeMarks(stored.lastAt ?? {}), version: 1 };
}

/** Tickets were called matters once. */
function upgradeMarks({ matter, ...marks }: ConversationState['lastAt'] & { matter?: number }) {
  return matter === undefined ? marks : { ...marks, ticket: Math.max(matter, marks.ticket ?? 0) };
}

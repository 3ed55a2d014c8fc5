import type { AttachmentKind, ButtonData } from '../message.ts';
import type { Address } from '../nlu/phrases/form-of-address.ts';

/** The step of a flow that waits for the resident's next text. */
export interface OpenStep {
  intent: string;
  step: string;
  data: ButtonData;
  startedAt: number;
}

/** Events whose last time is remembered. */
export type Mark =
  | 'answer'
  /** The resident opened or reopened a ticket. */
  | 'ticket'
  /** An answer did not help, or the bot had none. */
  | 'failure'
  | 'greeting'
  | 'thanks'
  | 'asked-assistant'
  | 'consent-asked'
  | 'consent-refused'
  /** The bot noticed English and has not yet told how to go back to Vietnamese. */
  | 'english-noticed'
  /** The bot told the resident what to do in a kind of emergency. */
  | `emergency-${string}`
  /** Texts that follow up an emergency, by their key. */
  | `emergency.${string}`
  /** The bot answered a medium, or added it to a ticket. */
  | AttachmentKind
  | `${AttachmentKind}-for-${number}`;

/** What is remembered between two messages of one resident. It carries a version; `upgradeState` reads older ones. */
export interface ConversationState {
  version: 1;
  language: 'vi' | 'en';
  /** The resident asked for the language: it stays, whatever language they write in. */
  languageAsked?: boolean | undefined;
  address?: Address | undefined;
  /** Topic and intent of the last answer: what "còn lệ phí?" continues. */
  topic?: string | undefined;
  intent?: string | undefined;
  /** The part of a procedure that was answered last, as the procedure guide names it. */
  slot?: string | undefined;
  step?: OpenStep | undefined;
  /** Answers in a row that did not help. */
  failures: number;
  /** When each event last happened (epoch ms). */
  lastAt: Readonly<Partial<Record<Mark, number>>>;
  /** Zalo's timestamps of the last messages, oldest first, to detect a burst. At most `burstLimit` + 1. */
  recentMessagesAt: number[];
  /** Area id that the resident named as their home. */
  placeId?: string | undefined;
  /** The resident's village: its known name, or as typed. */
  village?: string | undefined;
}

export const freshState: ConversationState = {
  version: 1,
  language: 'vi',
  failures: 0,
  lastAt: {},
  recentMessagesAt: [],
};

/** Fills in what an older row lacks, and renames its former fields. */
export function upgradeState(stored: Partial<ConversationState>): ConversationState {
  return { ...freshState, ...stored, lastAt: upgradeMarks(stored.lastAt ?? {}), version: 1 };
}

/** Older rows call a ticket a matter. */
function upgradeMarks({ matter, ...marks }: ConversationState['lastAt'] & { matter?: number }) {
  return matter === undefined ? marks : { ...marks, ticket: Math.max(matter, marks.ticket ?? 0) };
}

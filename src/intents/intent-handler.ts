import type { Draft } from '../conversation/outbox.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { Translate } from '../i18n.ts';
import type { Attachment, Button, OutgoingContent, SecretKind } from '../message.ts';
import type { ResidentTickets } from '../ticket/resident-ticket-types.ts';

export interface OpenContext {
  ctx: BotContext;
  /** Names the intent that the following replies belong to. */
  enter(call: IntentCall): void;
  drafts: Draft[];
  /** The state after the turn. */
  state(): ConversationState;
}

/** What kind of reply it was; stored with each reply and counted in reports. */
export type ReplyOutcome =
  | 'answer'
  | 'clarify'
  | 'handoff'
  | 'smalltalk'
  | 'decline'
  | 'warn'
  | 'muted'
  | 'failed';

/** What the resident sent, as handlers see it. */
export interface ReadMessage {
  text: string;
  attachments: Attachment[];
  secrets: SecretKind[];
  occurredAt: number;
  /** The intent of our message that this one quotes, if it quotes one. */
  quotedIntent?: string | undefined;
  /** What was said last before it, and when (epoch ms). */
  follows?: { outcome: string | null; saidAt: number } | undefined;
  /** From a visitor of a web chat whom Zalo does not know: nobody can be sent to them later. */
  anonymous: boolean;
  /** More of it may follow in the same breath: what nobody could answer yet need not be asked back. */
  mayContinue?: boolean;
}

/** Why a handler is called: which of its intents, and where in a flow. */
export interface IntentCall {
  intent: string;
  step?: string | undefined;
  data: Record<string, string>;
  /** Of the classifier, 0..1; absent for a tap. */
  confidence?: number | undefined;
}

interface SayOptions {
  buttons?: Button[];
  outcome?: ReplyOutcome;
}

/** A handler's single argument: this resident, this message, and the ways to answer. */
export interface BotContext {
  readonly message: ReadMessage;
  readonly state: Readonly<ConversationState>;
  readonly oaId: string;
  readonly now: number;
  /** Words of `bot.yaml` in the resident's language, with their form of address where the text has one. */
  readonly t: Translate;
  /** This resident's follow-ups, in the same transaction as the turn. */
  readonly tickets: ResidentTickets;
  say(text: string, options?: SayOptions): void;
  /** Sends something other than text: a contact card, a picture. */
  send(content: OutgoingContent, outcome?: ReplyOutcome): void;
  remember(change: Partial<ConversationState>): void;
  /** The next text belongs to this step of the intent, while it is young enough. */
  expect(step: string, data?: Record<string, string>): void;
  /** Has everything about this resident erased by the job that does so. */
  requestErasure(): Promise<void>;
  /** Leaves the flow. */
  forgetStep(): void;
}

/** The code that answers some intents. */
export interface IntentHandler {
  readonly intents: readonly string[];
  readonly topic: string;
  handle(ctx: BotContext, call: IntentCall): Promise<void> | void;
  /** Takes a text that is surely this handler's before the classifier sees it; may remember what is said in passing. */
  recognises?(ctx: BotContext): IntentCall | undefined;
  /** `recognises` may be given one question of several: its call says all that `handle` needs. */
  readonly readsParts?: boolean;
  /** Whether a typed text is the answer to the open step; false lets it be read as a new question. */
  accepts?(text: string, call: IntentCall): boolean;
}

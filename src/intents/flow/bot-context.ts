import type { Draft } from '../../conversation/outbox.ts';
import type { ConversationState, Mark } from '../../conversation/state.ts';
import type { Translate } from '../../i18n.ts';
import type { Attachment, Button, OutgoingContent, SecretKind } from '../../message.ts';
import type { ResidentTickets } from '../../ticket/resident-ticket-types.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from './flow-shape.ts';
import type { Talk } from './talk.ts';

export interface OpenContext {
  ctx: BotContext;
  /** Names the intent that the following replies belong to. */
  enter(call: Pick<IntentCall, 'intent' | 'confidence'>): void;
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

/** What the resident sent, as flows see it. */
export interface ReadMessage {
  text: string;
  attachments: Attachment[];
  secrets: SecretKind[];
  occurredAt: number;
  /** What was said last before it, and when (epoch ms). */
  follows?: { outcome: string | null; saidAt: number } | undefined;
  /** From a visitor of a web chat whom Zalo does not know: nobody can be sent to them later. */
  anonymous: boolean;
}

interface SayOptions {
  buttons?: Button[];
  outcome?: ReplyOutcome;
}

/** A flow's single argument: this resident, this message, and the ways to answer. */
export interface BotContext extends Talk {
  readonly message: ReadMessage;
  /** What the message says by itself. */
  readonly understanding: Understanding;
  readonly oaId: string;
  /** Words of `bot.yaml` in the resident's language, with their form of address where the text has one. */
  readonly t: Translate;
  /** This resident's follow-ups, in the same transaction as the turn. */
  readonly tickets: ResidentTickets;
  say(text: string, options?: SayOptions): void;
  /** Sends something other than text: a contact card, a picture. */
  send(content: OutgoingContent, outcome?: ReplyOutcome): void;
  remember(change: Partial<ConversationState>): void;
  /** Remembers that something happened now. */
  mark(what: Mark): void;
  unmark(what: Mark): void;
  /** The next text belongs to this step, while it is young enough. */
  expect(step: IntentCall): void;
  /** Has everything about this resident erased by the job that does so. */
  requestErasure(): Promise<void>;
  /** Leaves the flow. */
  forgetStep(): void;
}

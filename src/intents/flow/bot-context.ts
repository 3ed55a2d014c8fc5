import type { Erasure } from '../../conversation/erasure/erasure-requests.ts';
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

/** The kind of reply; stored with each reply and counted in reports. */
export type ReplyOutcome =
  | 'answer'
  | 'clarify'
  | 'handoff'
  | 'smalltalk'
  | 'decline'
  | 'warn'
  | 'muted'
  | 'failed';

/** The resident's message, as flows see it. */
export interface ReadMessage {
  text: string;
  attachments: Attachment[];
  secrets: SecretKind[];
  occurredAt: number;
  /** The reply before it, and when it was sent (epoch ms). */
  follows?: { outcome: string | null; saidAt: number } | undefined;
  /** A visitor of a web chat without a Zalo identity: no one can write to them later. */
  anonymous: boolean;
}

interface SayOptions {
  buttons?: Button[];
  outcome?: ReplyOutcome;
}

/** A flow's single argument: this resident, this message, and the ways to answer. */
export interface BotContext extends Talk {
  readonly message: ReadMessage;
  /** What the message means on its own, without the conversation. */
  readonly understanding: Understanding;
  readonly oaId: string;
  /** The root desk has paused the bot at this OA. */
  readonly isPaused: boolean;
  /** Topics that the root desk has paused at this OA. */
  readonly pausedTopics: ReadonlySet<string>;
  /** Texts of `bot.yaml` in the resident's language, with their form of address where the text has one. */
  readonly t: Translate;
  /** The resident's tickets, in the transaction of the turn. */
  readonly tickets: ResidentTickets;
  /** The erasure of all data about this resident, in the transaction of the turn. */
  readonly erasure: Erasure;
  say(text: string, options?: SayOptions): void;
  /** Sends something other than text: a contact card, a picture. */
  send(content: OutgoingContent, outcome?: ReplyOutcome): void;
  remember(change: Partial<ConversationState>): void;
  /** Records that an event happened now. */
  mark(what: Mark): void;
  unmark(what: Mark): void;
  /** The next text answers this step, until the step expires. */
  expect(step: IntentCall): void;
  /** Leaves the flow. */
  forgetStep(): void;
}

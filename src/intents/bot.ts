import type { OpenStep } from '../conversation/state.ts';
import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import type { IntentCall, OpenContext } from './intent-handler.ts';

/** The bot's mind, as the conversation sees it. Each method says what is to be said through `open.ctx`. */
export interface Bot {
  /** Lower case, no marks, no punctuation: for comparing what people type with what we offered. */
  fold(text: string): string;
  /** The topic whose answers an intent is one of; undefined for the intents of flows. */
  topicOf(intent: string): string | undefined;
  /** Whether a typed text answers an open step. */
  stepAccepts(step: OpenStep, text: string): boolean;
  /** Hands the turn to the handler of one intent. */
  call(open: OpenContext, call: IntentCall): Promise<void>;
  /** Finds out what a text wants and answers it, asks back, or offers a person. */
  ask(open: OpenContext): Promise<void>;
  /**
   * A person answers this resident: does only what needs no person, and offers to answer what is about something else.
   * @param matter undefined while staff write by hand and nobody has a matter of theirs
   */
  assistInHumanLane(open: OpenContext, ticket: TicketSummary | undefined): Promise<void>;
  /** Whether a message is mere politeness, which leaves nobody waiting for an answer. */
  isCourtesy(open: OpenContext): boolean;
  /** Photos, voice notes, stickers, places, cards, links. */
  media(open: OpenContext): Promise<void>;
  /** Says, before anything else, that a secret was written and need not be. */
  warn(open: OpenContext): void;
  welcome(open: OpenContext): Promise<void>;
  /** @returns the outcome: `handoff` when someone asked for the number, `dropped` when nobody did */
  contactShared(open: OpenContext): Promise<string>;
  missedCall(open: OpenContext): Promise<void>;
}

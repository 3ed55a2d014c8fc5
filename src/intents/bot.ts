import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { BotReader } from './bot-reader.ts';
import type { OpenContext } from './flow/bot-context.ts';
import type { StoredCall } from './flow/flow-shape.ts';
import type { QuestionReading } from './read-question.ts';

/**
 * The bot, as the conversation sees it: it reads a message before the transaction, and answers it inside. Each answering
 * method says what is to be said through `open.ctx`.
 */
export interface Bot extends Pick<BotReader, 'understand' | 'readQuestion' | 'stepAccepts' | 'topicOf'> {
  /** Whether the question that a message is read as is only the beginning of one. Pure. */
  isIncomplete(understanding: Understanding, question: QuestionReading): boolean;
  /** Hands the turn to the flow of a tapped button. */
  tap(open: OpenContext, meaning: StoredCall): Promise<void>;
  /** Hands the turn to the flow whose open step the message answers. */
  continueStep(open: OpenContext, step: StoredCall): Promise<void>;
  /** Answers what a question was read as, asks back, or offers a person. */
  ask(open: OpenContext, question: QuestionReading): Promise<void>;
  /**
   * A person answers this resident: does only what needs no person, and offers to answer what is about something else.
   * @param ticket undefined while staff write by hand and nobody has a ticket of theirs
   */
  assistInHumanLane(open: OpenContext, ticket: TicketSummary | undefined): Promise<void>;
  /** Whether a message is mere politeness, which leaves nobody waiting for an answer. */
  isCourtesy(open: OpenContext): boolean;
  /** Photos, voice notes, stickers, places, cards, links. @param caption what is asked under them */
  media(open: OpenContext, caption: QuestionReading | undefined): Promise<void>;
  /** Says, before anything else, that a secret was written and need not be. */
  warn(open: OpenContext): void;
  welcome(open: OpenContext): Promise<void>;
  /** @returns the outcome: `handoff` when someone asked for the number, `dropped` when nobody did */
  contactShared(open: OpenContext): Promise<string>;
  missedCall(open: OpenContext): Promise<void>;
}

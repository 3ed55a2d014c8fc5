import type { AddedMessages } from '../ticket/resident-ticket-types.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { BotReader } from './bot-reader.ts';
import type { OpenContext } from './flow/bot-context.ts';
import type { StoredCall } from './flow/flow-shape.ts';
import type { BelongsToTicket } from './handoff/belongs-to-ticket.ts';
import type { QuestionReading } from './read-question.ts';

/** A message while a person answers. */
export interface BesidePerson {
  /** Undefined while staff write by hand and the resident has no ticket with a team. */
  added: AddedMessages | undefined;
  question: QuestionReading | undefined;
}

/**
 * The bot, as the conversation sees it: it reads a message before the transaction and answers it inside. Each
 * answering method adds its replies through `open.ctx`.
 */
export interface Bot extends Pick<BotReader, 'understand' | 'readQuestion' | 'stepAccepts' | 'topicOf'> {
  /** Whether the message is only the beginning of a question. Pure. */
  isIncomplete(understanding: Understanding, question: QuestionReading): boolean;
  /** Hands the turn to the flow of a tapped button. */
  tap(open: OpenContext, meaning: StoredCall): Promise<void>;
  /** Hands the turn to the flow whose open step the message answers. */
  continueStep(open: OpenContext, step: StoredCall): Promise<void>;
  /** Answers a question, asks back, or offers a person. */
  ask(open: OpenContext, question: QuestionReading): Promise<void>;
  /** Assists while a person answers: does what needs no person, and answers what is about another topic. */
  assistInHumanLane(open: OpenContext, message: BesidePerson): Promise<void>;
  /** Whether a message goes to the resident's ticket. Pure. */
  belongsToTicket: BelongsToTicket;
  /** Tells, below the bot's answer, whether the message went to the resident's ticket too. */
  tellBesideTicket(open: OpenContext, added: AddedMessages): Promise<void>;
  /** Whether a message is mere politeness that needs no answer. */
  isCourtesy(open: OpenContext): boolean;
  /** Photos, voice notes, stickers, places, cards, links. @param caption the question in the caption */
  media(open: OpenContext, caption: QuestionReading | undefined): Promise<void>;
  /** Warns, before any answer, about a secret that the resident need not send. */
  warn(open: OpenContext): void;
  welcome(open: OpenContext): Promise<void>;
  /** @returns the outcome: `handoff` when the bot asked for the number, `dropped` when it did not */
  contactShared(open: OpenContext): Promise<string>;
  missedCall(open: OpenContext): Promise<void>;
}

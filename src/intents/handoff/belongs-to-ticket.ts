import type { InputKind } from '../../conversation/classify-input.ts';
import type { TicketSummary } from '../../ticket/resident-ticket-types.ts';
import { tellsTrouble } from '../../understanding/tells-trouble.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { Talk } from '../flow/talk.ts';
import type { QuestionReading } from '../read-question.ts';
import { isLiveTalk } from './live-talk.ts';

/** Minimum probability of a question before the bot answers it between two people. */
const sureEnough = 0.875;

interface TicketMessage {
  input: InputKind;
  question: QuestionReading | undefined;
  understanding: Understanding;
  state: Talk['state'];
  /** A person answers this conversation now. */
  isHumanLane: boolean;
  /** Epoch ms. */
  now: number;
}

/** Whether a message goes to the resident's ticket. Pure. */
export type BelongsToTicket = (message: TicketMessage, ticket: TicketSummary) => boolean;

/**
 * The only place that reads whether a message belongs to the ticket. What the bot can answer and the ticket is not
 * about does not, nor any clear question while no member answers; neither does what a flow settles by itself, such as
 * the village, unless a member waits for it. Right after a message of a member only a plain question is for the bot.
 */
export function createBelongsToTicket(topicOf: (intent: string) => string | undefined): BelongsToTicket {
  return ({ input, question, understanding, state, isHumanLane, now }, ticket) => {
    if (input.kind === 'media' || understanding.saysMore) return true;
    if (input.kind !== 'question' || isSettled(understanding)) return ticket.isClaimed;
    const topics = question ? topicsAsked(question, topicOf) : [];
    if (topics.length === 0 || state.lastAt['question-asked'] !== undefined) return true;
    if (ticket.isClaimed && tellsTrouble(understanding)) return true;
    const isSameTopic = topics.includes(ticket.topic ?? undefined);
    if (isHumanLane && isLiveTalk(ticket, now) && !saysOnlyThat(understanding)) return true;
    if (isHumanLane) return isSameTopic || !asksTheBot(understanding, question);
    return isSameTopic && !understanding.isQuestion;
  };
}

/** A flow does all that the message asks for: it ends the ticket, rates it, corrects a village or a number. */
function isSettled({ withdrawal, rating, refusesCall, isPhoneAlone, placeAnswer }: Understanding): boolean {
  if (withdrawal || rating?.isCounted || refusesCall || isPhoneAlone) return true;
  const { reading } = placeAnswer;
  return reading?.kind === 'name' || (reading?.kind === 'home' && reading.isAll);
}

/** The topics of the answers that a message calls for; undefined for an intent of a flow. */
function topicsAsked(
  question: QuestionReading,
  topicOf: (intent: string) => string | undefined,
): (string | undefined)[] {
  const topics = question.kind === 'calls' ? question.calls.map(({ intent }) => topicOf(intent)) : [];
  return topics.every((topic) => topic !== undefined) ? topics : [];
}

/** A clear question that says what it is about; an answer to a member, or a question to them, is none. */
function asksTheBot(
  { isQuestion, namesSubject }: Understanding,
  question: QuestionReading | undefined,
): boolean {
  if (!isQuestion || !namesSubject || question?.kind !== 'calls') return false;
  return question.calls.every(({ confidence = 1 }) => confidence >= sureEnough);
}

/** Names and words for what is asked are all that it has: "lệ phí tách hộ bao nhiêu". */
function saysOnlyThat({ objects }: Understanding): boolean {
  return objects.unknown === 0;
}

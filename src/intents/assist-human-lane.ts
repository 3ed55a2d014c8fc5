import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { rankTopics } from '../nlu/classifier/decide.ts';
import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import { tellsTrouble } from '../understanding/tells-trouble.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { findErasureCall } from './answers/privacy.ts';
import type { BesidePerson } from './bot.ts';
import { questionButton } from './buttons.ts';
import { emergencyCall } from './emergency/emergency-call.ts';
import { hintAtEmergency } from './emergency/hint-at-emergency.ts';
import type { BotContext, OpenContext } from './flow/bot-context.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { handoff, ticketStatus as statusShape, ticket as ticketShape } from './flow/flow-shapes.ts';
import { isLiveTalk } from './handoff/live-talk.ts';
import { tellBesideTicket } from './handoff/tell-beside-ticket.ts';
import { nameCall } from './name-call.ts';
import type { QuestionReading } from './read-question.ts';

/** Higher than for an answer: the bot interrupts two people. */
const sureEnough = 0.6;
/**
 * Minimum probability of a *different* topic, all its questions together, before the bot interrupts a human
 * conversation.
 */
const surelyElse = 0.8;

interface AssistParts {
  directory: TopicDirectory;
  isAnswered(candidate: Candidate): boolean;
  call(open: OpenContext, call: IntentCall): Promise<void>;
  ask(open: OpenContext, question: QuestionReading): Promise<void>;
}

/** "Vâng", "cảm ơn", a thumb up: these need no answer. */
const courtesies: ReadonlySet<string> = new Set(['thanks', 'acknowledge', 'goodbye', 'greeting']);
const courtesyLength = 40;

/** Whether a message is mere politeness that needs no answer. */
export function isCourtesy({ ctx: { message, understanding } }: OpenContext): boolean {
  const { attachments } = message;
  if (attachments.length > 0) return attachments.every(({ kind }) => kind === 'sticker');
  const { text, candidates } = understanding;
  if (text.length > courtesyLength || text.includes('?')) return false;
  const [best] = candidates;
  return best !== undefined && courtesies.has(best.intent) && best.probability >= sureEnough;
}

/**
 * Assists while a person answers: does what needs no person, answers a clear question about another topic, and offers
 * to answer what may be one. A message that staff who write by hand leave unanswered becomes a ticket for a team.
 */
export function createAssistInHumanLane(parts: AssistParts) {
  return async (open: OpenContext, beside: BesidePerson): Promise<void> => {
    const before = open.drafts.length;
    await assist(parts, open, beside);
    hintAtEmergency(parts.directory, open, before);
  };
}

async function assist(
  { directory, isAnswered, call, ask }: AssistParts,
  open: OpenContext,
  { added, question }: BesidePerson,
): Promise<void> {
  const { ctx } = open;
  const ticket = added?.ticket;
  const { understanding } = ctx;
  const urgent = emergencyCall(understanding, ctx);
  if (urgent) return call(open, urgent);
  const erasure = findErasureCall(understanding, ctx);
  if (erasure) return call(open, erasure);
  if (!ticket) {
    if (isCourtesy(open)) return;
    return call(open, handoff.call('human', 'beside-staff'));
  }
  const ofTicket = callOfTicket(understanding, { ticket, question });
  if (ofTicket) return call(open, ofTicket);
  // A tap on the account's own menu is meant for the bot, not for the person who answers.
  const tapped = ctx.message.text.startsWith('#') ? understanding.name : undefined;
  if (tapped) return call(open, nameCall(tapped));
  if (!ticket.isClaimed || ctx.isPaused) return;
  if (question && !added.isAdded) {
    await ask(open, question);
    return tellBesideTicket(open, added);
  }
  if (isForMember(ctx, ticket) || tellsTrouble(understanding)) return;
  const candidates = understanding.candidates.filter(isAnswered);
  const [about] = rankTopics(candidates);
  if (!about || about.probability < surelyElse || about.topic === ticket.topic) return;
  if (ctx.pausedTopics.has(about.topic)) return;
  // The likeliest intent may have no answer.
  const ofTopic = candidates.filter(({ topic }) => topic === about.topic);
  const intent = ofTopic.flatMap((each) => directory.findIntent(each.intent) ?? [])[0];
  if (!intent) return;
  open.enter({ intent: intent.id, confidence: about.probability });
  ctx.say(ctx.t('handoff.can_answer', { number: ticket.number }), {
    buttons: [questionButton(intent)],
    outcome: 'clarify',
  });
}

interface BesideTicket {
  ticket: TicketSummary;
  question: QuestionReading | undefined;
}

/**
 * What the resident wants to do with their ticket while a person answers. Staff who write by hand are left alone with
 * everything but a withdrawal. "Xong rồi" may answer the member, so it ends nothing.
 */
function callOfTicket(u: Understanding, { ticket, question }: BesideTicket): IntentCall | undefined {
  if (u.withdrawal?.how === 'called-off') return ticketShape.call('ticket', 'withdraw-some', u.withdrawal);
  if (!ticket.isClaimed) return undefined;
  if (u.rating?.isCounted) return ticketShape.call('ticket', 'rate-some', { stars: u.rating.stars });
  if (u.refusesCall) return handoff.call('call-me', 'no-call');
  if (u.isPhoneAlone) return handoff.call('call-me', 'number-typed');
  if (u.ticketQuestion || u.wantsPerson) return statusShape.call('ticket-status');
  const wanted = question?.kind === 'calls' ? question.calls[0] : undefined;
  return wanted?.intent === 'call-me' && (wanted.confidence ?? 1) >= sureEnough ? wanted : undefined;
}

function isForMember({ understanding, now }: BotContext, ticket: TicketSummary): boolean {
  return isLiveTalk(ticket, now) && !understanding.isQuestion;
}

import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { rankTopics } from '../nlu/classifier/decide.ts';
import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import { findErasureCall } from './answers/privacy.ts';
import { questionButton } from './buttons.ts';
import { emergencyCall } from './emergency/emergency-call.ts';
import type { BotContext, OpenContext } from './flow/bot-context.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { handoff, ticket as ticketShape } from './flow/flow-shapes.ts';
import { nameCall } from './name-call.ts';

/** Higher than for an answer: the bot interrupts two people. */
const sureEnough = 0.6;
/**
 * Minimum probability of a *different* topic, all its questions together, before the bot interrupts a human
 * conversation.
 */
const surelyElse = 0.8;

/** For this long after a member's answer a statement is most likely meant for the member. */
const liveTalkMs = 10 * 60_000;

interface AssistParts {
  directory: TopicDirectory;
  isAnswered(candidate: Candidate): boolean;
  call(open: OpenContext, call: IntentCall): Promise<void>;
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
 * Assists while a person answers: does only what needs no person, and offers to answer what is surely about another
 * topic. A message that staff who write by hand leave unanswered becomes a ticket for a team.
 */
export function createAssistInHumanLane({ directory, isAnswered, call }: AssistParts) {
  return async (open: OpenContext, ticket: TicketSummary | undefined): Promise<void> => {
    const { ctx } = open;
    const { understanding } = ctx;
    const urgent = emergencyCall(understanding, ctx);
    if (urgent) return call(open, urgent);
    const erasure = findErasureCall(understanding, ctx);
    if (erasure) return call(open, erasure);
    if (!ticket) {
      if (isCourtesy(open)) return;
      return call(open, handoff.call('human', 'beside-staff'));
    }
    if (understanding.withdrawal) {
      return call(open, ticketShape.call('ticket', 'withdraw-some', understanding.withdrawal));
    }
    // A tap on the account's own menu is meant for the bot, not for the person who answers.
    const tapped = ctx.message.text.startsWith('#') ? understanding.name : undefined;
    if (tapped) return call(open, nameCall(tapped));
    if (!ticket.isClaimed || isForMember(ctx, ticket)) return;
    const candidates = understanding.candidates.filter(isAnswered);
    const [about] = rankTopics(candidates);
    if (!about || about.probability < surelyElse || about.topic === ticket.topic) return;
    // The likeliest intent may have no answer.
    const ofTopic = candidates.filter(({ topic }) => topic === about.topic);
    const intent = ofTopic.flatMap((each) => directory.findIntent(each.intent) ?? [])[0];
    if (!intent) return;
    open.enter({ intent: intent.id, confidence: about.probability });
    ctx.say(ctx.t('handoff.can_answer', { number: ticket.number }), {
      buttons: [questionButton(intent)],
      outcome: 'clarify',
    });
  };
}

function isForMember({ understanding, now }: BotContext, { lastAnswerAt }: TicketSummary): boolean {
  return lastAnswerAt !== null && now - lastAnswerAt < liveTalkMs && !understanding.isQuestion;
}

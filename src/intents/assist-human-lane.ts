import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import { rankTopics } from '../nlu/classifier/decide.ts';
import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import { questionButton } from './buttons.ts';
import { emergencyCall } from './emergency/emergency-call.ts';
import type { BotContext, OpenContext } from './flow/bot-context.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { handoff, ticket as ticketShape } from './flow/flow-shapes.ts';
import { nameCall } from './name-call.ts';

/** Surer than for an answer: it speaks into a talk between two people. */
const sureEnough = 0.6;
/** Of a topic with all its questions together: what is half about the open ticket is not about something else. */
const surelyElse = 0.8;

/** After an answer of a member so long ago the two still talk, and a statement is most likely said to them. */
const liveTalkMs = 10 * 60_000;

interface AssistParts {
  directory: TopicDirectory;
  isAnswered(candidate: Candidate): boolean;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

/** "Vâng", "cảm ơn", a thumb up: nobody owes an answer to these. */
const courtesies: ReadonlySet<string> = new Set(['thanks', 'acknowledge', 'goodbye', 'greeting']);
const courtesyLength = 40;

/** Whether a message is mere politeness, which leaves nobody waiting. */
export function isCourtesy({ ctx: { message, understanding } }: OpenContext): boolean {
  const { attachments } = message;
  if (attachments.length > 0) return attachments.every(({ kind }) => kind === 'sticker');
  const { text, candidates } = understanding;
  if (text.length > courtesyLength || text.includes('?')) return false;
  const [best] = candidates;
  return best !== undefined && courtesies.has(best.intent) && best.probability >= sureEnough;
}

/**
 * A person answers: of what the resident writes, the bot does only what needs no person, and offers to answer what is
 * surely about something else. What staff by hand leave unanswered becomes a ticket for a team.
 */
export function createAssistInHumanLane({ directory, isAnswered, call }: AssistParts) {
  return async (open: OpenContext, ticket: TicketSummary | undefined): Promise<void> => {
    const { ctx } = open;
    const { understanding } = ctx;
    const urgent = emergencyCall(understanding, ctx);
    if (urgent) return call(open, urgent);
    if (!ticket) {
      if (isCourtesy(open)) return;
      return call(open, handoff.call('human', 'beside-staff'));
    }
    if (understanding.withdrawal) {
      return call(open, ticketShape.call('ticket', 'withdraw-some', understanding.withdrawal));
    }
    // A tap on the account's own menu: nobody says that to a person.
    const tapped = ctx.message.text.startsWith('#') ? understanding.name : undefined;
    if (tapped) return call(open, nameCall(tapped));
    if (!ticket.isClaimed || isForMember(ctx, ticket)) return;
    const candidates = understanding.candidates.filter(isAnswered);
    const [about] = rankTopics(candidates);
    if (!about || about.probability < surelyElse || about.topic === ticket.topic) return;
    // The likeliest label may be one that no answer stands behind.
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

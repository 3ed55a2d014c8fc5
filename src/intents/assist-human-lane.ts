import type { TopicDirectory } from '../content/topic-directory.ts';
import { ticketIntent } from '../conversation/intent-names.ts';
import type { Classifier } from '../nlu/classifier/classifier.ts';
import { rankTopics } from '../nlu/classifier/decide.ts';
import { asksSomething } from '../nlu/phrases/is-question.ts';
import type { TicketSummary } from '../ticket/resident-ticket-types.ts';
import { questionButton } from './buttons.ts';
import { urgentCall } from './emergency/emergency.ts';
import type { FindByName } from './find-by-name.ts';
import { staffLane } from './handoff/open-ticket.ts';
import { isWithdrawal } from './handoff/ticket-actions.ts';
import type { BotContext, IntentCall, OpenContext } from './intent-handler.ts';

/** Surer than for an answer: it speaks into a talk between two people. */
const sureEnough = 0.6;
/** Of a topic with all its questions together: what is half about the open matter is not about something else. */
const surelyElse = 0.8;

/** After an answer of a member so long ago the two still talk, and a statement is most likely said to them. */
const liveTalkMs = 10 * 60_000;

interface AssistParts {
  directory: TopicDirectory;
  classifier: Classifier;
  findByName: FindByName;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

/** "Vâng", "cảm ơn", a thumb up: nobody owes an answer to these. */
const courtesies: ReadonlySet<string> = new Set(['thanks', 'acknowledge', 'goodbye', 'greeting']);
const courtesyLength = 40;

/** Whether a message is mere politeness, which leaves nobody waiting. */
export function createCourtesyReader(classifier: Classifier) {
  return ({ ctx }: OpenContext): boolean => {
    const { text, attachments } = ctx.message;
    if (attachments.length > 0) return attachments.every(({ kind }) => kind === 'sticker');
    if (text.length > courtesyLength || text.includes('?')) return false;
    const [best] = classifier.classify(text);
    return best !== undefined && courtesies.has(best.intent) && best.probability >= sureEnough;
  };
}

/**
 * A person answers: of what the resident writes, the bot does only what needs no person, and offers to answer what is
 * surely about something else. What staff by hand leave unanswered becomes a matter for a team.
 */
export function createAssistInHumanLane({ directory, classifier, findByName, call }: AssistParts) {
  const isCourtesy = createCourtesyReader(classifier);

  return async (open: OpenContext, ticket: TicketSummary | undefined): Promise<void> => {
    const { ctx } = open;
    const urgent = urgentCall(classifier, ctx);
    if (urgent) return call(open, urgent);
    if (!ticket) {
      if (isCourtesy(open)) return;
      return call(open, { intent: 'human', step: staffLane, data: {} });
    }
    if (isWithdrawal(ctx.message.text)) {
      return call(open, { intent: ticketIntent, step: 'withdraw-some', data: {} });
    }
    // A tap on the account's own menu: nobody says that to a person.
    const tapped = ctx.message.text.startsWith('#') ? findByName(ctx.message.text, ctx.t) : undefined;
    if (tapped) return call(open, tapped);
    if (!ticket.isClaimed || isForMember(ctx, ticket)) return;
    const candidates = classifier.classify(ctx.message.text);
    const [about] = rankTopics(candidates);
    if (!about || about.probability < surelyElse || about.topic === ticket.topic) return;
    // The likeliest label may be one that no answer stands behind.
    const ofTopic = candidates.filter(({ topic }) => topic === about.topic);
    const intent = ofTopic.flatMap((each) => directory.findIntent(each.intent) ?? [])[0];
    if (!intent) return;
    open.enter({ intent: intent.id, data: {}, confidence: about.probability });
    ctx.say(ctx.t('handoff.can_answer', { number: ticket.number }), {
      buttons: [questionButton(intent)],
      outcome: 'clarify',
    });
  };
}

function isForMember({ message, now }: BotContext, { lastAnswerAt }: TicketSummary): boolean {
  return lastAnswerAt !== null && now - lastAnswerAt < liveTalkMs && !asksSomething(message.text);
}

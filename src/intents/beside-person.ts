import type { OpenContext } from '../conversation/create-context.ts';
import type { Classifier } from '../nlu/classifier.ts';
import { ticketIntent } from '../ticket/resident-lines.ts';
import type { TicketRef } from '../ticket/ticket-desk.ts';
import { questionButton } from './buttons.ts';
import { dangerCall } from './danger.ts';
import type { IntentCall } from './intent-handler.ts';
import { isWithdrawal } from './ticket-talk.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** Surer than for an answer: it speaks into a talk between two people. */
const sureEnough = 0.6;

interface BesideParts {
  directory: TopicDirectory;
  classifier: Classifier;
  call(open: OpenContext, call: IntentCall): Promise<void>;
}

/**
 * A person has the matter: of what the resident writes, the bot does only what needs no person, and offers to answer
 * what is surely about something else.
 */
export function createBesidePerson({ directory, classifier, call }: BesideParts) {
  return async (open: OpenContext, matter: TicketRef): Promise<void> => {
    const { ctx } = open;
    const danger = dangerCall(ctx.message.text);
    if (danger) return call(open, danger);
    if (isWithdrawal(ctx.message.text)) {
      return call(open, { intent: ticketIntent, step: 'withdraw-some', data: {} });
    }
    const [best] = classifier.classify(ctx.message.text);
    if (!best || best.probability < sureEnough || best.topic === matter.topic) return;
    const intent = directory.findIntent(best.intent);
    if (!intent) return;
    open.enter({ intent: intent.id, data: {}, confidence: best.probability });
    ctx.say(ctx.t('handoff.can_answer', { number: matter.number }), {
      buttons: [questionButton(intent)],
      outcome: 'clarify',
    });
  };
}

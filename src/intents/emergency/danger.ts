import type { TopicDirectory } from '../../content/topic-directory.ts';
import { type Danger, saysDanger, saysFear } from '../../nlu/phrases/danger.ts';
import { dangerTopic, type OpenTicketFlow } from '../handoff/open-ticket.ts';
import { isWithdrawal } from '../handoff/ticket-actions.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { accidentCall, accidentIntent } from './accident.ts';
import { showHelpLines } from './help-lines.ts';

export const dangerIntent = 'in-danger';
/** The help lines to be called at once, by their names in the local file. */
const linesFor: Record<Danger, string[]> = {
  'self-harm': ['ambulance', 'police'],
  violence: ['police', 'ambulance', 'children'],
};
/** So long what they write is heard as coming from the same fear. */
const dangerFollowUpMs = 60 * 60_000;

interface DangerParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** Violence and the wish to die: a warm word, the numbers to call now, and a person at once. */
export function createDanger({ directory, openTicket }: DangerParts): IntentHandler {
  return {
    topic: 'human',
    intents: [dangerIntent],
    recognises: (ctx) => dangerCall(ctx.message.text) ?? stillAfraid(ctx),
    async handle(ctx: BotContext, { step, data }: IntentCall) {
      const danger: Danger = data.danger === 'self-harm' ? 'self-harm' : 'violence';
      ctx.remember({ lastAt: { ...ctx.state.lastAt, [danger]: ctx.now } });
      const words = step === 'stay' ? 'danger.stay' : `danger.${danger}`;
      ctx.say(ctx.t(words, { lines: showHelpLines(directory, linesFor[danger]) }), { outcome: 'handoff' });
      if (step === 'stay') return;
      await openTicket(ctx, {
        kind: 'question',
        cause: danger,
        topic: dangerTopic,
        urgent: true,
      });
    },
    accepts: () => false,
  };
}

/**
 * "Tôi sợ lắm", said after they spoke of danger: no question for the classifier. Nor does a "thôi không cần nữa" call
 * off the help that is on its way.
 */
function stillAfraid(ctx: BotContext): IntentCall | undefined {
  const { text } = ctx.message;
  return saysFear(text) || isWithdrawal(text) ? recentDangerCall(ctx) : undefined;
}

/** The answer to whatever is unclear so soon after somebody spoke of danger; undefined when nobody did. */
export function recentDangerCall({ state, now }: BotContext): IntentCall | undefined {
  const danger = (['self-harm', 'violence'] as const).find(
    (one) => now - (state.lastAt[one] ?? 0) < dangerFollowUpMs,
  );
  return danger && { intent: dangerIntent, step: 'stay', data: { danger } };
}

/** What a message that speaks of danger is answered with, before anything else it says. */
function dangerCall(text: string): IntentCall | undefined {
  const danger = saysDanger(text);
  return danger && { intent: dangerIntent, data: { danger } };
}

/** What is answered before anything else, whatever was asked or is going on. */
export const urgentIntents: ReadonlySet<string> = new Set([dangerIntent, accidentIntent]);

/** The answer to a message about danger or an accident. */
export function urgentCall(text: string): IntentCall | undefined {
  return dangerCall(text) ?? accidentCall(text);
}

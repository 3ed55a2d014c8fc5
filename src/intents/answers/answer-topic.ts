import type { KnownIntent } from '../../content/intent-types.ts';
import { ageOf } from '../../content/review-age.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Button } from '../../message.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, notHelpedButton, personButton, questionButton, replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { type AnswerCall, answers } from '../flow/flow-shapes.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';
import { renderAnswer } from '../render-answer.ts';
import { sayForWhom } from '../say-for-whom.ts';

/** Procedures with fewer steps are not offered step by step. */
const worthStepByStep = 3;

interface AnswerParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** One handler per topic file. It gives the answer of each intent, whole or step by step. */
export function createAnswerTopic(parts: AnswerParts, topic: string): Flow {
  const { directory, openTicket } = parts;
  const audience = createAudience(directory);
  return createFlow(answers, {
    name: topic,
    topic,
    intents: directory.listIntents(topic).map(({ id }) => id),
    async handle(ctx, call) {
      const intent = directory.findIntent(call.intent);
      if (!intent) throw new Error(`no such intent: ${call.intent}`);
      const fit = await audience.fitOf(ctx, intent);
      if (fit === 'others') {
        ctx.remember({ topic: intent.topic });
        return sayForWhom(ctx, audience.namesOf(intent));
      }
      ctx.remember({ topic, intent: intent.id, slot: undefined });
      ctx.mark('answer');
      const age = ageOf(intent, directory, ctx.now);
      if (age.state === 'expired') {
        return ctx.say(ctx.t('answer.expired'), { buttons: [personButton(ctx)], outcome: 'handoff' });
      }
      const number = stepWanted(ctx, call);
      if (number !== undefined && intent.steps) return walk(ctx, intent, number);
      const followups = (intent.followups ?? []).flatMap((id) => directory.findIntent(id) ?? []);
      const next = (await audience.keepTheirs(ctx, followups)).map(({ id }) => id);
      const { text, buttons } = composeAnswer(ctx, directory, { ...intent, followups: next });
      const first = fit === 'perhaps' ? ctx.t('answer.only_for', { areas: audience.namesOf(intent) }) : '';
      ctx.say([first, text].filter(Boolean).join('\n\n'), { buttons, outcome: 'answer' });
      if (intent.handoff) {
        await openTicket(ctx, {
          kind: 'question',
          cause: intent.id,
          topic,
          words: 'handoff.also_opened',
        });
      }
    },
    accepts: ({ step }, { stepCommand }) => step === 'walking' && stepCommand !== undefined,
  });
}

/** The whole answer to a question as one message, with its links and next questions as buttons. */
export function composeAnswer(
  { t, now }: Pick<BotContext, 't' | 'now'>,
  directory: TopicDirectory,
  intent: KnownIntent,
): { text: string; buttons: Button[] } {
  const age = ageOf(intent, directory, now);
  const own = (intent.buttons ?? []).flatMap((button) => contentButton(button, directory));
  const next = (intent.followups ?? []).flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
  const walk = answers.call(intent.id, 'walk', { number: 0 });
  const isWalkable = (intent.steps?.length ?? 0) >= worthStepByStep;
  const hasSteps = isWalkable ? [replyButton(t('buttons.step_by_step'), walk)] : [];
  const last = intent.referral ? [personButton({ t })] : [notHelpedButton({ t })];
  return {
    text: renderAnswer({ intent, directory, t, age }),
    buttons: fitButtons([...own.slice(0, 2), ...hasSteps, ...next], last),
  };
}

type ContentButton = NonNullable<KnownIntent['buttons']>[number];

function contentButton(button: ContentButton, directory: TopicDirectory): Button[] {
  if ('url' in button) return [{ kind: 'open-url', title: button.title, url: button.url }];
  return directory.findIntent(button.intent) ? [replyButton(button.title, answers.call(button.intent))] : [];
}

/** The index (from 0) of the step to give: a button names it, a typed command counts from the last one. */
function stepWanted(
  { understanding: { stepCommand = 'again' } }: BotContext,
  call: AnswerCall,
): number | undefined {
  if (call.step === undefined) return undefined;
  const at = call.data.number;
  if (call.step === 'walk') return at;
  if (typeof stepCommand === 'object') return Math.max(stepCommand.step - 1, 0);
  return { start: 0, next: at + 1, back: Math.max(at - 1, 0), again: at }[stepCommand];
}

/**
 * Gives one step per message, with buttons for the next and the previous one; after the last one the rest of the
 * answer.
 */
function walk(ctx: BotContext, intent: KnownIntent, number: number): void {
  const steps = intent.steps ?? [];
  const text = steps[number];
  const to = (title: string, target: number) =>
    replyButton(title, answers.call(intent.id, 'walk', { number: target }));
  if (text === undefined) {
    ctx.forgetStep();
    const done = [intent.after?.trim(), ctx.t('answer.steps_done')].filter(Boolean).join('\n\n');
    return ctx.say(done, {
      buttons: [to(ctx.t('buttons.back'), steps.length - 1), notHelpedButton(ctx)],
    });
  }
  ctx.expect(answers.call(intent.id, 'walking', { number }));
  ctx.say(ctx.t('answer.step', { number: number + 1, total: steps.length, text: text.trim() }), {
    buttons: [
      to(ctx.t('buttons.next'), number + 1),
      ...(number > 0 ? [to(ctx.t('buttons.back'), number - 1)] : []),
      notHelpedButton(ctx),
    ],
  });
}

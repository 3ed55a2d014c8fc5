import type { KnownIntent } from '../../content/intent-types.ts';
import { ageOf } from '../../content/review-age.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Button } from '../../message.ts';
import { findStepCommand } from '../../nlu/phrases/step-commands.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, notHelpedButton, personButton, questionButton, replyButton } from '../buttons.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { renderAnswer } from '../render-answer.ts';

/** Fewer steps than this need no walking through one by one. */
const worthStepByStep = 3;
/** The step in which somebody is being led from one step of an answer to the next. */
const walking = 'walking';

interface AnswerParts {
  directory: TopicDirectory;
  openTicket: OpenTicketFlow;
}

/** One handler per topic file: gives the answer of each of its intents, whole or step by step. */
export function createAnswerTopic(parts: AnswerParts, topic: string): IntentHandler {
  const { directory, openTicket } = parts;
  const audience = createAudience(directory);
  return {
    topic,
    intents: directory.listIntents(topic).map(({ id }) => id),
    async handle(ctx: BotContext, call: IntentCall) {
      const intent = directory.findIntent(call.intent);
      if (!intent) throw new Error(`no such intent: ${call.intent}`);
      const fit = await audience.fitOf(ctx, intent);
      if (fit === 'others') return sayForWhom(ctx, intent, audience.namesOf(intent));
      ctx.remember({
        topic,
        intent: intent.id,
        slot: undefined,
        lastAt: { ...ctx.state.lastAt, answer: ctx.now },
      });
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
    accepts: (text, { step }) => step === walking && findStepCommand(text) !== undefined,
  };
}

/** Not the answer: what it says would be wrong where they live. Who told no home may live where it holds. */
function sayForWhom(ctx: BotContext, { topic }: KnownIntent, areas: string): void {
  ctx.remember({ topic });
  const lines = [ctx.t('answer.for_others', { areas })];
  if (ctx.state.placeId === undefined) lines.push(ctx.t('answer.tell_home', { areas }));
  ctx.say(lines.join(' '), { buttons: [personButton(ctx)], outcome: 'decline' });
}

/** The whole answer to a question as one message, with its links and what is asked next as buttons. */
export function composeAnswer(
  { t, now }: Pick<BotContext, 't' | 'now'>,
  directory: TopicDirectory,
  intent: KnownIntent,
): { text: string; buttons: Button[] } {
  const age = ageOf(intent, directory, now);
  const own = (intent.buttons ?? []).flatMap((button) => contentButton(button, directory));
  const next = (intent.followups ?? []).flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
  const walk = { intent: intent.id, step: 'walk', data: { number: '0' } };
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
  return directory.findIntent(button.intent) ? [replyButton(button.title, { intent: button.intent })] : [];
}

/** The number (from 0) of the step to be told: a button names it, a typed command counts from the last one. */
function stepWanted(ctx: BotContext, { step, data }: IntentCall): number | undefined {
  const at = Number(data.number ?? 0);
  if (step === 'walk') return at;
  if (step !== walking) return undefined;
  const command = findStepCommand(ctx.message.text);
  if (typeof command === 'object') return Math.max(command.step - 1, 0);
  return { start: 0, next: at + 1, back: Math.max(at - 1, 0), again: at }[command ?? 'again'];
}

/** One step a message, with a way on and back; after the last one what else is to be known. */
function walk(ctx: BotContext, intent: KnownIntent, number: number): void {
  const steps = intent.steps ?? [];
  const text = steps[number];
  const to = (title: string, target: number) =>
    replyButton(title, { intent: intent.id, step: 'walk', data: { number: String(target) } });
  if (text === undefined) {
    ctx.forgetStep();
    const done = [intent.after?.trim(), ctx.t('answer.steps_done')].filter(Boolean).join('\n\n');
    return ctx.say(done, {
      buttons: [to(ctx.t('buttons.back'), steps.length - 1), notHelpedButton(ctx)],
    });
  }
  ctx.expect(walking, { number: String(number) });
  ctx.say(ctx.t('answer.step', { number: number + 1, total: steps.length, text: text.trim() }), {
    buttons: [
      to(ctx.t('buttons.next'), number + 1),
      ...(number > 0 ? [to(ctx.t('buttons.back'), number - 1)] : []),
      notHelpedButton(ctx),
    ],
  });
}

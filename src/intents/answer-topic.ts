import type { Button } from '../message.ts';
import { fitButtons, notHelpedButton, personButton, questionButton, replyButton } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import { ageOf, renderAnswer } from './render-answer.ts';
import type { KnownIntent, TopicDirectory } from './topic-directory.ts';

/** Fewer steps than this need no walking through one by one. */
const worthWalking = 3;

/** One handler per topic file: gives the answer of each of its intents, whole or step by step. */
export function createAnswerTopic(directory: TopicDirectory, topic: string): IntentHandler {
  return {
    topic,
    intents: directory.listIntents(topic).map(({ id }) => id),
    handle(ctx: BotContext, call: IntentCall) {
      const intent = directory.findIntent(call.intent);
      if (!intent) throw new Error(`no such intent: ${call.intent}`);
      ctx.remember({ topic, intent: intent.id });
      if (call.step === 'walk') return walk(ctx, intent, Number(call.data.number ?? 0));
      return answer(ctx, directory, intent);
    },
    accepts: () => false,
  };
}

async function answer(ctx: BotContext, directory: TopicDirectory, intent: KnownIntent): Promise<void> {
  const age = ageOf(intent, directory, ctx.now);
  if (age.state === 'expired') {
    return ctx.say(ctx.t('answer.expired'), { buttons: [personButton(ctx)], outcome: 'handoff' });
  }
  const walkButton = replyButton(ctx.t('buttons.step_by_step'), {
    intent: intent.id,
    step: 'walk',
    data: { number: '0' },
  });
  const own = (intent.buttons ?? []).flatMap((button) => contentButton(button, directory));
  const next = (intent.followups ?? []).flatMap((id) => directory.findIntent(id) ?? []).map(questionButton);
  const walkable = (intent.steps?.length ?? 0) >= worthWalking ? [walkButton] : [];
  const last = intent.referral ? [personButton(ctx)] : [notHelpedButton(ctx)];
  ctx.say(renderAnswer({ intent, directory, t: ctx.t, age }), {
    buttons: fitButtons([...own.slice(0, 2), ...walkable, ...next], last),
    outcome: 'answer',
  });
}

type ContentButton = NonNullable<KnownIntent['buttons']>[number];

function contentButton(button: ContentButton, directory: TopicDirectory): Button[] {
  if ('url' in button) return [{ kind: 'open-url', title: button.title, url: button.url }];
  return directory.findIntent(button.intent) ? [replyButton(button.title, { intent: button.intent })] : [];
}

/** One step a message, with a way on and back. */
function walk(ctx: BotContext, intent: KnownIntent, number: number): void {
  const steps = intent.steps ?? [];
  const text = steps[number];
  if (text === undefined) return ctx.say(ctx.t('answer.steps_done'), { buttons: [notHelpedButton(ctx)] });
  const to = (title: string, target: number) =>
    replyButton(title, { intent: intent.id, step: 'walk', data: { number: String(target) } });
  const buttons = [
    ...(number + 1 <= steps.length ? [to(ctx.t('buttons.next'), number + 1)] : []),
    ...(number > 0 ? [to(ctx.t('buttons.back'), number - 1)] : []),
    notHelpedButton(ctx),
  ];
  ctx.say(ctx.t('answer.step', { number: number + 1, total: steps.length, text: text.trim() }), { buttons });
}

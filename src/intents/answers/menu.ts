import type { TopicDirectory } from '../../content/topic-directory.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, personButton, questionButton, topicButtons } from '../buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';

/** The topics, and the questions most asked in each. */
export function createMenu(directory: TopicDirectory): IntentHandler {
  const audience = createAudience(directory);

  async function showTopic(ctx: BotContext, id: string): Promise<void> {
    const topic = directory.findTopic(id);
    if (!topic) return showTopics(ctx);
    const theirs = await audience.keepTheirs(ctx, directory.listIntents(id));
    const questions = theirs.slice(0, 4).map(questionButton);
    ctx.remember({ topic: id });
    ctx.say(ctx.t('menu.topic', { title: topic.title }), {
      buttons: fitButtons(questions, [personButton(ctx)]),
    });
  }

  function showTopics(ctx: BotContext): void {
    ctx.say(ctx.t('menu.text'), { buttons: fitButtons(topicButtons(directory), [personButton(ctx)]) });
  }

  return {
    topic: 'smalltalk',
    intents: ['menu'],
    async handle(ctx: BotContext, call: IntentCall) {
      if (call.step === 'topic' && call.data.topic) await showTopic(ctx, call.data.topic);
      else showTopics(ctx);
    },
  };
}

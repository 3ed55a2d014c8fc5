import type { TopicDirectory } from '../../content/topic-directory.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, personButton, questionButton, topicButtons } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { menu } from '../flow/flow-shapes.ts';

/** The topics, and the most frequent questions of each. */
export function createMenu(directory: TopicDirectory): Flow {
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

  return createFlow(menu, {
    name: 'menu',
    topic: 'smalltalk',
    async handle(ctx, call) {
      if (call.step === 'topic') await showTopic(ctx, call.data.topic);
      else showTopics(ctx);
    },
  });
}

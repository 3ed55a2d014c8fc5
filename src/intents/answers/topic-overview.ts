import type { TopicFile } from '../../content/schema/topic.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Classifier } from '../../nlu/classifier/classifier.ts';
import { overviewOf } from '../../nlu/classifier/decide.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, personButton, questionButton } from '../buttons.ts';
import type { BotContext, IntentHandler } from '../intent-handler.ts';

interface OverviewParts {
  directory: TopicDirectory;
  classifier: Classifier;
}

/**
 * Answers what is surely about a topic and told by none of its answers: says so and who knows, shows the nearest
 * questions and a person.
 */
export function createTopicOverview(
  { directory, classifier }: OverviewParts,
  { topic, title, askAt }: Pick<TopicFile, 'topic' | 'title' | 'askAt'>,
): IntentHandler {
  const audience = createAudience(directory);
  const nearest = (text: string) =>
    classifier
      .classify(text)
      .filter((candidate) => candidate.topic === topic)
      .flatMap(({ intent }) => directory.findIntent(intent) ?? []);
  return {
    topic,
    intents: [overviewOf(topic)],
    async handle(ctx: BotContext) {
      ctx.remember({ topic });
      const known = [...nearest(ctx.message.text), ...directory.listIntents(topic)];
      const questions = (await audience.keepTheirs(ctx, known)).map(questionButton);
      ctx.say(ctx.t('overview.text', { title, askAt: askAt ?? ctx.t('overview.ask_at') }), {
        buttons: fitButtons(questions, [personButton(ctx)]),
        outcome: 'answer',
      });
    },
  };
}

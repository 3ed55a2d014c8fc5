import type { TopicFile } from '../../content/schema/topic.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { overviewOf } from '../../nlu/classifier/decide.ts';
import { createAudience } from '../audience.ts';
import { fitButtons, personButton, questionButton } from '../buttons.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { answers } from '../flow/flow-shapes.ts';

/**
 * Answers a message that is surely about a topic but matches none of its answers: says so and which office knows, and
 * offers the nearest questions and a person.
 */
export function createTopicOverview(
  directory: TopicDirectory,
  { topic, title, askAt }: Pick<TopicFile, 'topic' | 'title' | 'askAt'>,
): Flow {
  const audience = createAudience(directory);
  return createFlow(answers, {
    name: overviewOf(topic),
    topic,
    intents: [overviewOf(topic)],
    async handle(ctx) {
      ctx.remember({ topic });
      const nearest = ctx.understanding.candidates
        .filter((candidate) => candidate.topic === topic)
        .flatMap(({ intent }) => directory.findIntent(intent) ?? []);
      const known = [...nearest, ...directory.listIntents(topic)];
      const questions = (await audience.keepTheirs(ctx, known)).map(questionButton);
      ctx.say(ctx.t('overview.text', { title, askAt: askAt ?? ctx.t('overview.ask_at') }), {
        buttons: fitButtons(questions, [personButton(ctx)]),
        outcome: 'answer',
      });
    },
  });
}

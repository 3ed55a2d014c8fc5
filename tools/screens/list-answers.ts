import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import type { TopicDirectory } from '../../src/content/topic-directory.ts';
import type { Translate } from '../../src/i18n.ts';
import { composeAnswer } from '../../src/intents/answers/answer-topic.ts';
import { composeCells } from '../../src/intents/object/object-replies.ts';
import type { OutgoingContent } from '../../src/message.ts';

/** One message as residents get it. */
export interface Answer {
  topic: string;
  /** Id of the question, or of the object with its card. */
  id: string;
  content: Extract<OutgoingContent, { kind: 'text' }>;
}

/** Every answer of every topic, and every card of an object, as the bot sends them at `now`. */
export function listAnswers(directory: TopicDirectory, { t, now }: { t: Translate; now: number }): Answer[] {
  const objects = createObjectDirectory(directory);
  const answers = directory.topics
    .flatMap(({ topic }) => directory.listIntents(topic))
    .map((intent) => ({
      topic: intent.topic,
      id: intent.id,
      content: { kind: 'text' as const, ...composeAnswer({ t, now }, directory, intent) },
    }));
  const cards = objects.all.map((object) => ({
    topic: 'objects',
    id: object.id,
    content: {
      kind: 'text' as const,
      ...composeCells(
        { t, now },
        { directory, objects, object, aspects: object.card, told: { conditions: [] } },
      ),
    },
  }));
  return [...answers, ...cards];
}

import { createProcedureDirectory } from '../../src/content/procedure-directory.ts';
import type { TopicDirectory } from '../../src/content/topic-directory.ts';
import type { Translate } from '../../src/i18n.ts';
import { composeAnswer } from '../../src/intents/answers/answer-topic.ts';
import { composeGuide, wholeGuide } from '../../src/intents/procedure/procedure-replies.ts';
import type { OutgoingContent } from '../../src/message.ts';

/** One message as residents get it. */
export interface Answer {
  topic: string;
  /** Id of the question, or of the procedure with its whole guide. */
  id: string;
  content: Extract<OutgoingContent, { kind: 'text' }>;
}

/** Every answer of every topic, and every whole procedure guide, as the bot sends them at `now`. */
export function listAnswers(directory: TopicDirectory, { t, now }: { t: Translate; now: number }): Answer[] {
  const procedures = createProcedureDirectory(directory);
  const answers = directory.topics
    .flatMap(({ topic }) => directory.listIntents(topic))
    .map((intent) => ({
      topic: intent.topic,
      id: intent.id,
      content: { kind: 'text' as const, ...composeAnswer({ t, now }, directory, intent) },
    }));
  const guides = procedures.all.map((procedure) => ({
    topic: 'procedures',
    id: procedure.id,
    content: {
      kind: 'text' as const,
      ...composeGuide({ t, now }, { directory, procedures, procedure, slots: wholeGuide }),
    },
  }));
  return [...answers, ...guides];
}

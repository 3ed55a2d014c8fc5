import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { overviewOf } from '../../nlu/classifier/decide.ts';
import { fitButtons, personButton } from '../buttons.ts';
import type { BotContext, OpenContext } from '../flow/bot-context.ts';
import { classifiedCall, type IntentCall } from '../flow/flow-shape.ts';
import { laterTurn, menu, whichObject } from '../flow/flow-shapes.ts';
import type { QuestionReading } from '../read-question.ts';

type Paused = Pick<BotContext, 'pausedTopics'>;

/** What the bot does about topics that the root desk has paused. */
interface TopicPause {
  /** Whether all that a call would tell belongs to paused topics. Calls that tell nothing of a topic go on. */
  isAbout(paused: Paused, call: IntentCall): boolean;
  /** Says in one line that the topic is being checked, with the button for a person; once in a turn. */
  tell(open: OpenContext, call: IntentCall): void;
  /** The reading of a question without what would be told of paused topics beside its calls. Pure. */
  without(paused: Paused, question: QuestionReading): QuestionReading;
}

interface TopicPauseParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
}

export function createTopicPause({ directory, objects }: TopicPauseParts): TopicPause {
  const topicOfOverview = new Map(directory.topics.map(({ topic }) => [overviewOf(topic), topic]));

  /** The topic whose content an intent tells. */
  function topicOf(intent: string): string | undefined {
    return (
      topicOfOverview.get(intent) ??
      directory.findIntent(intent)?.topic ??
      objects.listByIntent(intent)[0]?.topic
    );
  }

  function topicsOf(call: IntentCall): string[] {
    const chosen = menu.parse(call);
    if (chosen) return chosen.step === 'topic' ? [chosen.data.topic] : [];
    const later = laterTurn.parse(call);
    if (later) return later.step === 'object' ? topicsOfObjects([later.data.object]) : [];
    const which = whichObject.parse(call);
    if (which) return which.step === 'choose' ? topicsOfObjects(which.data.choices) : [];
    const topic = topicOf(call.intent);
    return topic === undefined ? [] : [topic];
  }

  function topicsOfObjects(ids: readonly string[]): string[] {
    return ids.flatMap((id) => objects.find(id)?.topic ?? []);
  }

  function isAbout({ pausedTopics }: Paused, call: IntentCall): boolean {
    if (pausedTopics.size === 0) return false;
    const topics = topicsOf(call);
    return topics.length > 0 && topics.every((topic) => pausedTopics.has(topic));
  }

  return {
    isAbout,
    tell({ ctx, drafts, enter }, call) {
      const [topic = ''] = topicsOf(call);
      const text = ctx.t('paused.topic', { topic: directory.findTopic(topic)?.button ?? topic });
      if (drafts.some(({ content }) => content.kind === 'text' && content.text === text)) return;
      enter({ intent: 'paused', confidence: call.confidence });
      // A ticket that the resident opens now is about this topic, and not about the last answer.
      ctx.remember({ topic, intent: undefined, object: undefined, slot: undefined });
      ctx.say(text, { buttons: fitButtons([], [personButton(ctx)]), outcome: 'muted' });
    },
    without(paused, question) {
      if (question.kind === 'calls' && question.perhaps && isAbout(paused, question.perhaps)) {
        return { kind: 'calls', calls: question.calls };
      }
      if (question.kind !== 'clarify') return question;
      const [first, ...others] = question.offered.map(({ intent, probability }) =>
        classifiedCall(intent, probability),
      );
      const isAll = first !== undefined && [first, ...others].every((call) => isAbout(paused, call));
      return isAll ? { kind: 'calls', calls: [first] } : question;
    },
  };
}

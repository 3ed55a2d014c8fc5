import { createProcedureDirectory } from '../content/procedure-directory.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { OpenStep } from '../conversation/state.ts';
import type { Words } from '../i18n.ts';
import type { Candidate, Classifier } from '../nlu/classifier/classifier.ts';
import { outOfScope } from '../nlu/classifier/decide.ts';
import { createPlaceNames } from '../team/places/place-names.ts';
import { createUnderstand } from '../understanding/create-understand.ts';
import type { Understand, Understanding } from '../understanding/understanding.ts';
import type { Flow } from './flow/flow.ts';
import { createQuestionReader, type ReadQuestion } from './read-question.ts';
import { indexFlows, listFlows } from './registry.ts';

export interface BotParts {
  directory: TopicDirectory;
  classifier: Classifier;
  words: Words;
  /** The picture on the card that asks for a phone number. */
  contactImageUrl: string;
}

/** What the bot makes of a message before it says or remembers anything: before the transaction of the turn begins. */
export interface BotReader {
  understand: Understand;
  /** What a question calls, as it stands in its conversation. */
  readQuestion: ReadQuestion;
  /** Whether a typed text answers an open step. */
  stepAccepts(step: OpenStep, understanding: Understanding): boolean;
  /** The topic whose answers an intent is one of; undefined for the intents of flows. */
  topicOf(intent: string): string | undefined;
  /** Every flow, in the order in which they are asked. */
  flows: readonly Flow[];
  /** Whether a flow stands behind what the classifier has learnt. */
  isAnswered(candidate: Candidate): boolean;
}

/** The same for every language: what people mean does not hang on the words of the answers. */
export function createBotReader({ directory, classifier, words, contactImageUrl }: BotParts): BotReader {
  const names = createPlaceNames(directory.areas);
  const procedures = createProcedureDirectory(directory);
  const flows = listFlows({ directory, procedures, names, contactImageUrl });
  const byIntent = indexFlows(flows);
  const isAfterDeath = (intent = '') => directory.findIntent(intent)?.afterDeath === true;
  const isGuessable = (next: string, intent?: string) => !isAfterDeath(next) || isAfterDeath(intent);
  const isAnswered = ({ intent, topic }: Candidate) => byIntent.has(intent) || topic === outOfScope;
  const topicOf = (intent: string) =>
    directory.findIntent(intent)?.topic ?? procedures.listByIntent(intent)[0]?.topic;
  return {
    understand: createUnderstand({ directory, classifier, names, words }),
    readQuestion: createQuestionReader({
      flows,
      isAnswered,
      nextOf: (intent) => [
        ...(directory.findIntent(intent ?? '')?.followups ?? []).filter((next) => isGuessable(next, intent)),
        ...procedures.listByIntent(intent).flatMap(({ intents }) => Object.keys(intents)),
      ],
      topicOf,
    }),
    stepAccepts(step, understanding) {
      // Whoever cries for help answers no question of ours.
      if (understanding.emergency.level === 'sure') return false;
      const flow = byIntent.get(step.intent);
      const call = flow?.parse(step);
      return flow !== undefined && call !== undefined && flow.accepts(call, understanding);
    },
    topicOf,
    flows,
    isAnswered,
  };
}

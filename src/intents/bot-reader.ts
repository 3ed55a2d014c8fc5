import { createObjectDirectory } from '../content/objects/object-directory.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { OpenStep } from '../conversation/state.ts';
import type { Words } from '../i18n.ts';
import type { Candidate, Classifier } from '../nlu/classifier/classifier.ts';
import { outOfScope } from '../nlu/classifier/decide.ts';
import { createPlaceNames, type PlaceNames } from '../team/places/place-names.ts';
import { createUnderstand } from '../understanding/create-understand.ts';
import { lazily } from '../understanding/lazily.ts';
import type { Understand, Understanding } from '../understanding/understanding.ts';
import type { Flow } from './flow/flow.ts';
import { createCallFor } from './object/call-for.ts';
import type { AskedBefore } from './ranking/nearest-asked.ts';
import { createTextRanker, type TextRanker } from './ranking/rank-texts.ts';
import { createReadRanked } from './ranking/read-ranked.ts';
import { createQuestionReader, type ReadQuestion } from './read-question.ts';
import { indexFlows, listFlows } from './registry.ts';

export interface BotParts {
  directory: TopicDirectory;
  classifier: Classifier;
  words: Words;
  /** What residents asked before, with what answers it. */
  asked: AskedBefore;
  /** Those of the content when missing. */
  names?: PlaceNames;
  /** The picture on the card that asks for a phone number. */
  contactImageUrl: string;
}

/** Reads a message before the transaction of the turn begins; it writes nothing. */
export interface BotReader {
  understand: Understand;
  /** The flows that a question calls in its conversation. */
  readQuestion: ReadQuestion;
  /** Whether a typed text answers an open step. */
  stepAccepts(step: OpenStep, understanding: Understanding): boolean;
  /** The topic that an intent belongs to; undefined for the intents of flows. */
  topicOf(intent: string): string | undefined;
  /** Every flow, in the order in which the reader asks them. */
  flows: readonly Flow[];
  /** Whether a flow answers an intent of the classifier. */
  isAnswered(candidate: Candidate): boolean;
}

/**
 * Whoever has examples reads messages, so the indexes are built at once: the first resident does not wait for them, and
 * neither do deliveries. A command has none and never ranks.
 */
function openRanking(parts: Parameters<typeof createTextRanker>[0]): { readonly ranker: TextRanker } {
  const ranking = lazily({ ranker: () => createTextRanker(parts) });
  return parts.asked.length > 0 ? { ranker: ranking.ranker } : ranking;
}

/** One reader for all languages: the meaning of a message does not depend on the texts of the answers. */
export function createBotReader(parts: BotParts): BotReader {
  const { directory, classifier, words, asked, contactImageUrl } = parts;
  const names = parts.names ?? createPlaceNames(directory.areas);
  const objects = createObjectDirectory(directory);
  const flows = listFlows({ directory, objects, names, contactImageUrl });
  const byIntent = indexFlows(flows);
  const isAfterDeath = (intent = '') => directory.findIntent(intent)?.afterDeath === true;
  const isGuessable = (next: string, intent?: string) => !isAfterDeath(next) || isAfterDeath(intent);
  const isAnswered = ({ intent, topic }: Candidate) => byIntent.has(intent) || topic === outOfScope;
  const topicOf = (intent: string) =>
    directory.findIntent(intent)?.topic ?? objects.listByIntent(intent)[0]?.topic;
  return {
    understand: createUnderstand({ directory, classifier, names, words }),
    readQuestion: createQuestionReader({
      flows,
      isAnswered,
      callFor: createCallFor(objects),
      readRanked: createReadRanked({ ranking: openRanking({ directory, objects, asked }), objects, topicOf }),
      nextOf: (intent) => [
        ...(directory.findIntent(intent ?? '')?.followups ?? []).filter((next) => isGuessable(next, intent)),
        ...objects.listByIntent(intent).flatMap(({ answers }) => Object.keys(answers)),
      ],
      topicOf,
      onceDeadOf: (intent) => directory.findIntent(intent)?.onceDead,
    }),
    stepAccepts(step, understanding) {
      // A cry for help never answers a question of the bot.
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

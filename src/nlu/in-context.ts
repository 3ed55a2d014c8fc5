import type { Candidate } from './classifier.ts';
import { outOfScope } from './decide.ts';
import { foldText } from './fold-text.ts';

/** What was spoken of before a message. */
export interface TalkContext {
  topic?: string | undefined;
  /** The intent answered last, and those that its answer says are asked next. */
  intent?: string | undefined;
  next?: readonly string[] | undefined;
  /** The message names a subject of its own: an app, a procedure. */
  namesSubject?: boolean | undefined;
  /** The intent that the message says was not meant. */
  notMeant?: string | undefined;
  /** A topic of which this resident has nothing to ask. */
  emptyTopic?: string | undefined;
}

/**
 * How much likelier, by the number of words, is an intent of the topic last spoken of, the last question put another
 * way, and what its answer says is asked next: short questions lean on what was said.
 */
const boosts: readonly { mostWords: number; topic: number; same: number; next: number }[] = [
  { mostWords: 4, topic: 8, same: 60, next: 1500 },
  { mostWords: 7, topic: 3, same: 15, next: 150 },
  { mostWords: Number.POSITIVE_INFINITY, topic: 1.3, same: 2, next: 4 },
];

/**
 * What a message wants when it goes on from what was spoken of: "còn lệ phí?" after an answer about birth
 * certificates. Pure.
 * @param candidates of the text alone, likeliest first
 */
export function inContext(
  candidates: readonly Candidate[],
  text: string,
  { topic, intent, next, namesSubject, notMeant, emptyTopic }: TalkContext,
): Candidate[] {
  const words = namesSubject ? Number.POSITIVE_INFINITY : foldText(text).split(' ').length;
  const boost = boosts.find(({ mostWords }) => words <= mostWords);
  const openness = opennessOf(candidates[0]);
  const weightOf = (candidate: Candidate): number => 1 + (likelier(candidate) - 1) * openness;
  const likelier = (candidate: Candidate): number => {
    if (boost === undefined) return 1;
    if (next?.includes(candidate.intent)) return boost.next;
    if (candidate.topic !== topic || topic === outOfScope) return 1;
    return candidate.intent === intent ? boost.same : boost.topic;
  };
  const isPossible = candidates.filter(
    (candidate) => candidate.intent !== notMeant && candidate.topic !== emptyTopic,
  );
  const weighted = isPossible.map((candidate) => ({
    ...candidate,
    probability: candidate.probability * weightOf(candidate),
  }));
  const scale = sumOf(candidates) / (sumOf(weighted) || 1);
  return weighted
    .map((candidate) => ({ ...candidate, probability: candidate.probability * scale }))
    .sort((a, b) => b.probability - a.probability);
}

/** Words of the talk itself are as clear as they look; a few words about a matter leave something open however they look. */
const clearAlone = new Set(['smalltalk', 'human', outOfScope]);
const leastOpen = 0.3;

/** What a text says clearly by itself needs less context. */
function opennessOf(best: Candidate | undefined): number {
  if (best === undefined) return 1;
  const openness = 1 - best.probability;
  return clearAlone.has(best.topic) ? openness : Math.max(leastOpen, openness);
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { probability }) => sum + probability, 0);
}

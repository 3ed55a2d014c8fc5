import type { Candidate } from './classifier.ts';
import { outOfScope } from './decide.ts';
import { foldText } from './fold-text.ts';

/** What was spoken of before a message. */
export interface TalkContext {
  topic: string | undefined;
  /** The intent that the message says was not meant. */
  notMeant?: string | undefined;
}

/** How much likelier an intent of the topic last spoken of is, by the number of words: short questions lean on it. */
const boosts: readonly { mostWords: number; boost: number }[] = [
  { mostWords: 4, boost: 8 },
  { mostWords: 7, boost: 3 },
  { mostWords: Number.POSITIVE_INFINITY, boost: 1.3 },
];

/**
 * What a message wants when it goes on from what was spoken of: "còn lệ phí?" after an answer about birth
 * certificates. Pure.
 * @param candidates of the text alone, likeliest first
 */
export function inContext(
  candidates: readonly Candidate[],
  text: string,
  { topic, notMeant }: TalkContext,
): Candidate[] {
  const words = foldText(text).split(' ').length;
  const boost = boosts.find(({ mostWords }) => words <= mostWords)?.boost ?? 1;
  const isPossible = candidates.filter(({ intent }) => intent !== notMeant);
  const weighted = isPossible.map((candidate) => ({
    ...candidate,
    probability: candidate.probability * (candidate.topic === topic && topic !== outOfScope ? boost : 1),
  }));
  const scale = sumOf(candidates) / (sumOf(weighted) || 1);
  return weighted
    .map((candidate) => ({ ...candidate, probability: candidate.probability * scale }))
    .sort((a, b) => b.probability - a.probability);
}

function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { probability }) => sum + probability, 0);
}

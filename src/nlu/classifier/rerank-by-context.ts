import { foldText } from '../text/fold-text.ts';
import { type Candidate, sumOf } from './classifier.ts';
import { outOfScope } from './decide.ts';

/** What the conversation was about before a message. */
export interface TalkContext {
  topic?: string | undefined;
  /** The intent answered last; `next` are its follow-up questions. */
  intent?: string | undefined;
  next?: readonly string[] | undefined;
  /** The message names a subject of its own: an app, a procedure. */
  namesSubject?: boolean | undefined;
  /** The intent that the resident says they did not mean. */
  notMeant?: string | undefined;
  /** A topic that this resident has nothing to ask about. */
  emptyTopic?: string | undefined;
}

interface Lean {
  maxWords: number;
  /** With so few words the classifier is overconfident: probabilities are raised to this power. */
  trust: number;
  /** Factor for intents of the last topic. */
  topic: number;
  /** Factor for the last intent, asked in other words. */
  same: number;
  /** Factor for the follow-up questions of the last answer. */
  next: number;
}

/**
 * How much a question depends on the context, by its number of words. Measured on the conversations in
 * `test/flows/golden`.
 */
const leans: readonly Lean[] = [
  { maxWords: 4, trust: 0.7, topic: 15, same: 25, next: 200 },
  { maxWords: 7, trust: 1, topic: 8, same: 15, next: 150 },
  { maxWords: 14, trust: 1, topic: 4, same: 6, next: 20 },
  { maxWords: Number.POSITIVE_INFINITY, trust: 1, topic: 1.3, same: 2, next: 4 },
];

/** Greetings, thanks and the like are as clear as they look; a clear message needs less context. */
const clearAlone = new Set(['smalltalk', 'human', outOfScope]);
/** A few words about a topic stay ambiguous, however clear they look. */
const minOpen = 0.7;

/**
 * Re-ranks the candidates of a message that may continue the last topic: "còn lệ phí?" after an answer about
 * birth certificates. Pure.
 * @param candidates for the text alone, likeliest first
 */
export function inContext(
  candidates: readonly Candidate[],
  text: string,
  { topic, intent, next, namesSubject, notMeant, emptyTopic }: TalkContext,
): Candidate[] {
  const words = namesSubject ? Number.POSITIVE_INFINITY : foldText(text).split(' ').length;
  const lean = leans.find(({ maxWords }) => words <= maxWords) as Lean;
  const isClear = topic === undefined || clearAlone.has(candidates[0]?.topic ?? '');
  const trust = isClear ? 1 : lean.trust;
  const openness = Math.max(isClear ? 0 : minOpen, 1 - (candidates[0]?.probability ?? 0));
  const weightOf = (candidate: Candidate): number => 1 + (likelier(candidate) - 1) * openness;
  const likelier = (candidate: Candidate): number => {
    if (next?.includes(candidate.intent)) return lean.next;
    if (candidate.topic !== topic || topic === outOfScope) return 1;
    return candidate.intent === intent ? lean.same : lean.topic;
  };
  const isPossible = candidates.filter(
    (candidate) => candidate.intent !== notMeant && candidate.topic !== emptyTopic,
  );
  const weighted = isPossible.map((candidate) => ({
    ...candidate,
    probability: candidate.probability ** trust * weightOf(candidate),
  }));
  const scale = sumOf(candidates) / (sumOf(weighted) || 1);
  return weighted
    .map((candidate) => ({ ...candidate, probability: candidate.probability * scale }))
    .sort((a, b) => b.probability - a.probability);
}

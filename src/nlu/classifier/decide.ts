import { type Candidate, sumOf } from './classifier.ts';

/** What to do about a message of which only likelihoods are known. */
export type Decision =
  | { kind: 'answer'; candidate: Candidate }
  /** Offers the likeliest, in scope. */
  | { kind: 'clarify'; offered: Candidate[] }
  /** Says that this is nothing the bot knows of. */
  | { kind: 'decline'; candidate: Candidate }
  | { kind: 'not-understood'; candidate: Candidate | undefined };

/** What each outcome costs the resident, in units of one question asked back. */
export const costs = {
  wrongTopic: 5,
  /** The answer is about the right subject and has buttons to its neighbours. */
  wrongIntent: 2,
  /** Said to be out of scope although it is not; the reply shows what the bot does and a person. */
  wrongDecline: 3,
  askBack: 1,
  handoff: 2,
} as const;

export interface Thresholds {
  /** Answer or decline when the expected cost of being wrong is at most this. */
  maxRisk: number;
  /** Offer a choice when the right one is among it at least this likely. */
  minOffered: number;
}

/**
 * Near the lowest mean cost on held-out examples, which `npm run nlu:eval -- --cross-validate` prints. Answering up to a
 * risk of 1.6 or of 2 costs the same within one in a hundred; on messages of other people the bold end is cheaper.
 */
const measuredThresholds: Thresholds = { maxRisk: 2, minOffered: 0.3 };

const maxOffered = 3;
/** An option this unlikely only makes the choice longer. */
const minOption = 0.05;
/** When nothing else is likely either, this much is enough to say that it is out of scope. */
const minDeclined = 0.25;
export const outOfScope = 'out-of-scope';

/** The label of what is asked about a topic and no answer of it tells: all that is known is the topic. */
export function overviewOf(topic: string): string {
  return `about-${topic}`;
}

function isOverview({ intent, topic }: Candidate): boolean {
  return intent === overviewOf(topic);
}

/**
 * Weighs an answer that may be wrong against asking back. Pure.
 * @param candidates likeliest first, as a classifier gives them
 */
export function decide(
  candidates: readonly Candidate[],
  { maxRisk, minOffered }: Thresholds = measuredThresholds,
): Decision {
  const best = likeliest(candidates);
  if (!best) return { kind: 'not-understood', candidate: undefined };
  const isOutside = best.topic === outOfScope;
  if (riskOf(best, candidates) <= maxRisk) {
    return { kind: isOutside ? 'decline' : 'answer', candidate: best };
  }
  const offered = offeredOf(candidates);
  if (offered.length > 0 && sumOf(withOverviews(offered, candidates)) >= minOffered) {
    return { kind: 'clarify', offered };
  }
  if (isOverview(best)) return { kind: 'answer', candidate: best };
  const isDeclined = isOutside && outsideOf(candidates) >= minDeclined;
  return { kind: isDeclined ? 'decline' : 'not-understood', candidate: best };
}

function offeredOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .filter((one) => one.topic !== outOfScope && !isOverview(one) && one.probability >= minOption)
    .slice(0, maxOffered);
}

/** A choice of the right topic is a help as well. */
function withOverviews(offered: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const topics = new Set(offered.map(({ topic }) => topic));
  return [...offered, ...candidates.filter((one) => isOverview(one) && topics.has(one.topic))];
}

/** The first candidate, unless all that is out of scope is likelier together than all of its topic. */
export function likeliest(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates;
  const ofTopic = candidates.filter(({ topic }) => topic === first?.topic);
  if (outsideOf(candidates) <= sumOf(ofTopic)) return first;
  return candidates.find(({ topic }) => topic === outOfScope);
}

/** How likely it is that a message is about nothing the bot knows of. */
function outsideOf(candidates: readonly Candidate[]): number {
  return sumOf(candidates.filter(({ topic }) => topic === outOfScope));
}

export interface TopicLikelihood {
  topic: string;
  probability: number;
}

/** A topic is as likely as its intents together. */
export function rankTopics(candidates: readonly Candidate[]): TopicLikelihood[] {
  const sums = new Map<string, number>();
  for (const { topic, probability } of candidates) sums.set(topic, (sums.get(topic) ?? 0) + probability);
  return [...sums]
    .map(([topic, probability]) => ({ topic, probability }))
    .sort((a, b) => b.probability - a.probability);
}

/** What answering with this candidate is expected to cost. */
export function riskOf({ topic, probability }: Candidate, candidates: readonly Candidate[]): number {
  const ofTopic = sumOf(candidates.filter((candidate) => candidate.topic === topic));
  if (topic === outOfScope) return costs.wrongDecline * (1 - ofTopic);
  return costs.wrongTopic * (1 - ofTopic) + costs.wrongIntent * (ofTopic - probability);
}

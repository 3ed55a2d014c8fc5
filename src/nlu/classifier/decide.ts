import { type Candidate, sumOf } from './classifier.ts';

/** What to do with a message, given the probabilities of its intents. */
export type Decision =
  | { kind: 'answer'; candidate: Candidate }
  /** Offers the likeliest intents that are in scope. */
  | { kind: 'clarify'; offered: Candidate[] }
  /** Tells the resident that the bot knows nothing about this. */
  | { kind: 'decline'; candidate: Candidate }
  | { kind: 'not-understood'; candidate: Candidate | undefined };

/** What each outcome costs the resident; the unit is one question asked back. */
export const costs = {
  wrongTopic: 5,
  /** The answer is about the right topic and has buttons to related questions. */
  wrongIntent: 2,
  /**
   * The bot calls a question out of scope that is not; the reply still shows the topics and a way to a
   * person.
   */
  wrongDecline: 3,
  askBack: 1,
  handoff: 2,
} as const;

export interface Thresholds {
  /** Answer or decline if the expected cost of an error is at most this. */
  maxRisk: number;
  /** Offer a choice if the right intent is among the options with at least this probability. */
  minOffered: number;
}

/**
 * Close to the lowest mean cost on held-out examples; `npm run nlu:eval -- --cross-validate` prints the
 * costs. A risk of 1.6 and one of 2 differ by less than 1 %; on messages by other writers the higher risk
 * costs less.
 */
const measuredThresholds: Thresholds = { maxRisk: 2, minOffered: 0.3 };

const maxOffered = 3;
/** A less likely option only makes the choice longer. */
const minOption = 0.05;
/** If nothing else is likely either, this probability is enough to decline as out of scope. */
const minDeclined = 0.25;
export const outOfScope = 'out-of-scope';

/** The label for questions about a topic that none of its answers covers: only the topic is known. */
export function overviewOf(topic: string): string {
  return `about-${topic}`;
}

function isOverview({ intent, topic }: Candidate): boolean {
  return intent === overviewOf(topic);
}

/**
 * Weighs the cost of a wrong answer against that of asking back. Pure.
 * @param candidates likeliest first, as a classifier returns them
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

/** A choice within the right topic helps too. */
function withOverviews(offered: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const topics = new Set(offered.map(({ topic }) => topic));
  return [...offered, ...candidates.filter((one) => isOverview(one) && topics.has(one.topic))];
}

/** The first candidate, unless all out-of-scope candidates together are likelier than its whole topic. */
export function likeliest(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates;
  const ofTopic = candidates.filter(({ topic }) => topic === first?.topic);
  if (outsideOf(candidates) <= sumOf(ofTopic)) return first;
  return candidates.find(({ topic }) => topic === outOfScope);
}

/** The probability that a message is out of scope. */
function outsideOf(candidates: readonly Candidate[]): number {
  return sumOf(candidates.filter(({ topic }) => topic === outOfScope));
}

export interface TopicLikelihood {
  topic: string;
  probability: number;
}

/** The probability of a topic is the sum over its intents. */
export function rankTopics(candidates: readonly Candidate[]): TopicLikelihood[] {
  const sums = new Map<string, number>();
  for (const { topic, probability } of candidates) sums.set(topic, (sums.get(topic) ?? 0) + probability);
  return [...sums]
    .map(([topic, probability]) => ({ topic, probability }))
    .sort((a, b) => b.probability - a.probability);
}

/** The expected cost of answering with this candidate. */
export function riskOf({ topic, probability }: Candidate, candidates: readonly Candidate[]): number {
  const ofTopic = sumOf(candidates.filter((candidate) => candidate.topic === topic));
  if (topic === outOfScope) return costs.wrongDecline * (1 - ofTopic);
  return costs.wrongTopic * (1 - ofTopic) + costs.wrongIntent * (ofTopic - probability);
}

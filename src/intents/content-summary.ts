import { referralShare } from './checks/examples.ts';
import { soonestOf } from './checks/review-dates.ts';
import { createToSkeleton, shareOfSkeletons } from './checks/skeletons.ts';
import type { Content } from './content.ts';

/** One topic in numbers. */
export interface TopicSummary {
  topic: string;
  intents: number;
  /** Share of answers that only say where to ask, 0..1. */
  referralShare: number;
  examples: number;
  /** The lowest share, over its intents, of examples with a pattern of their own, 0..1. */
  ownSkeletons: number;
  /** The most examples of one intent that share a pattern. */
  commonestSkeleton: number;
  facts: number;
  /** yyyy-mm-dd, or `-` when nothing in the topic has a date. */
  soonestReview: string;
}

export function summariseContent(content: Content): TopicSummary[] {
  const toSkeleton = createToSkeleton(content);
  return content.topics.map(({ value: { topic, intents: byId } }) => {
    const intents = Object.values(byId);
    const skeletons = intents.map(({ examples }) => shareOfSkeletons(examples, toSkeleton));
    const facts = new Set(intents.flatMap((intent) => intent.facts));
    const dates = [
      ...intents.flatMap(({ reviewBy }) => reviewBy ?? []),
      ...[...facts].flatMap((id) => content.facts.value[id]?.reviewBy ?? []),
    ];
    return {
      topic,
      intents: intents.length,
      referralShare: referralShare(intents),
      examples: intents.reduce((sum, { examples }) => sum + examples.length, 0),
      ownSkeletons: Math.min(1, ...skeletons.map(({ own }) => own)),
      commonestSkeleton: Math.max(0, ...skeletons.map(({ commonest }) => commonest)),
      facts: facts.size,
      soonestReview: soonestOf(dates) ?? '-',
    };
  });
}

import { referralShare } from './checks/examples.ts';
import { soonestOf } from './checks/review-dates.ts';
import { createToSkeleton, shareOfSkeletons } from './checks/skeletons.ts';
import { listCells } from './objects/list-cells.ts';
import type { Content } from './read-content.ts';

/** How varied the examples of one intent are. */
export interface IntentSummary {
  topic: string;
  intent: string;
  examples: number;
  /** Share of examples with a unique pattern, 0..1. */
  ownSkeletons: number;
  /** Number of examples that share the most common pattern. */
  commonestSkeleton: number;
  /** The answer can only say where to ask. */
  referral: boolean;
}

/** Figures of one topic. */
export interface TopicSummary {
  topic: string;
  intents: number;
  /** Share of answers that only say where to ask, 0..1. */
  referralShare: number;
  examples: number;
  /** Lowest share of examples with a unique pattern among its intents, 0..1. */
  ownSkeletons: number;
  /** Highest number of examples of one intent that share a pattern. */
  commonestSkeleton: number;
  facts: number;
  objects: number;
  /** Number of their cells that apply, and of those that are not "unknown". */
  cells: number;
  cellsKnown: number;
  /** yyyy-mm-dd, or `-` if nothing in the topic has a date. */
  soonestReview: string;
}

/** All intents, in the order of the files. */
export function summariseIntents(content: Content): IntentSummary[] {
  const toSkeleton = createToSkeleton(content);
  return content.topics.flatMap(({ value: { topic, intents } }) =>
    Object.entries(intents).map(([intent, { examples, referral }]) => {
      const { own, commonest } = shareOfSkeletons(examples, toSkeleton);
      return {
        topic,
        intent,
        examples: examples.length,
        ownSkeletons: own,
        commonestSkeleton: commonest,
        referral: referral === true,
      };
    }),
  );
}

function summariseObjects({ objects, faults }: Content, topic: string) {
  const own = objects.filter(({ value }) => value.topic === topic);
  const cells = own
    .flatMap(({ value }) => listCells(value, faults.value))
    .filter(({ cell }) => cell !== 'n/a');
  return {
    objects: own.length,
    cells: cells.length,
    cellsKnown: cells.filter(({ cell }) => cell !== 'unknown').length,
  };
}

/** All topics, in the order of the files. */
export function summariseTopics(content: Content): TopicSummary[] {
  const summaries = summariseIntents(content);
  return content.topics.map(({ value: { topic, intents: byId } }) => {
    const intents = Object.values(byId);
    const own = summaries.filter((summary) => summary.topic === topic);
    const facts = new Set(intents.flatMap((intent) => intent.facts));
    const dates = [
      ...intents.flatMap(({ reviewBy }) => reviewBy ?? []),
      ...[...facts].flatMap((id) => content.facts.value[id]?.reviewBy ?? []),
    ];
    return {
      topic,
      intents: intents.length,
      referralShare: referralShare(intents),
      examples: own.reduce((sum, { examples }) => sum + examples, 0),
      ownSkeletons: Math.min(1, ...own.map(({ ownSkeletons }) => ownSkeletons)),
      commonestSkeleton: Math.max(0, ...own.map(({ commonestSkeleton }) => commonestSkeleton)),
      facts: facts.size,
      ...summariseObjects(content, topic),
      soonestReview: soonestOf(dates) ?? '-',
    };
  });
}

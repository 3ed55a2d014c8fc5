import { outOfScope, rankTopics } from '../../src/nlu/classifier/decide.ts';
import type { Judged, Question } from './judged.ts';

/** Shares, 0..1; undefined if no message of the kind was measured. */
export interface Figures {
  messages: number;
  topic: number | undefined;
  topicInScope: number | undefined;
  topicAmongThree: number | undefined;
  macroF1: number | undefined;
  intent: number | undefined;
  intentAmongThree: number | undefined;
  /** Share of the messages in scope. */
  answeredAtOnce: number | undefined;
  /** Share of all messages: answered with another topic. */
  wronglyAnswered: number | undefined;
  /** Share of the messages out of scope. */
  declined: number | undefined;
  /** Share of the messages in scope. */
  wronglyDeclined: number | undefined;
  p50Microseconds: number;
  p99Microseconds: number;
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const withTopic = judged.filter(({ question }) => question.topic !== undefined);
  const withIntent = judged.filter(({ question }) => question.intent !== undefined);
  const inScope = withTopic.filter(({ question }) => question.topic !== outOfScope);
  const outside = withTopic.filter(({ question }) => question.topic === outOfScope);
  const times = judged.map(({ judgement }) => judgement.ms * 1000).sort((a, b) => a - b);
  return {
    messages: judged.length,
    topic: shareOf(withTopic, hasRightTopic),
    topicInScope: shareOf(inScope, hasRightTopic),
    topicAmongThree: shareOf(inScope, ({ question, judgement }) =>
      [judgement.topic, ...rankTopics(judgement.candidates).map(({ topic }) => topic)]
        .slice(0, 3)
        .some((topic) => isRightTopic(question, topic)),
    ),
    macroF1: meanOf(topicRows(withTopic).flatMap(({ f1 }) => f1 ?? [])),
    intent: shareOf(withIntent, ({ question, judgement }) => judgement.intent === question.intent),
    intentAmongThree: shareOf(withIntent, ({ question, judgement }) =>
      judgement.candidates.slice(0, 3).some(({ intent }) => intent === question.intent),
    ),
    answeredAtOnce: shareOf(inScope, ({ judgement }) => !['clarify', 'decline'].includes(judgement.action)),
    wronglyAnswered: shareOf(withTopic, (each) => each.judgement.action === 'answer' && !hasRightTopic(each)),
    declined: shareOf(outside, ({ judgement }) => judgement.action === 'decline'),
    wronglyDeclined: shareOf(inScope, ({ judgement }) => judgement.action === 'decline'),
    p50Microseconds: times[Math.floor(times.length / 2)] ?? 0,
    p99Microseconds: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

export interface TopicRow {
  topic: string;
  messages: number;
  precision: number | undefined;
  recall: number | undefined;
  f1: number | undefined;
}

/** How well the classifier separates each topic from the others, sorted by name. */
export function topicRows(judged: readonly Judged[]): TopicRow[] {
  const topics = [...new Set(judged.flatMap(({ question }) => question.topic ?? []))].sort((a, b) =>
    a.localeCompare(b),
  );
  return topics.map((topic) => {
    const wanted = judged.filter(({ question }) => question.topic === topic);
    const recall = shareOf(wanted, hasRightTopic);
    const precision = shareOf(
      judged.filter(({ judgement }) => judgement.topic === topic),
      hasRightTopic,
    );
    const both = (precision ?? 0) + (recall ?? 0);
    const f1 = both === 0 ? 0 : (2 * (precision ?? 0) * (recall ?? 0)) / both;
    return { topic, messages: wanted.length, precision, recall, f1 };
  });
}

/** Pairs of confused topics, most frequent first. */
export function confusions(
  judged: readonly Judged[],
  by: 'topic' | 'intent',
): { wanted: string; taken: string; count: number }[] {
  const counts = new Map<string, { wanted: string; taken: string; count: number }>();
  for (const { question, judgement } of judged) {
    const wanted = question[by];
    const taken = judgement[by] ?? 'nothing';
    if (wanted === undefined || wanted === taken || (by === 'topic' && question.also?.includes(taken)))
      continue;
    const known = counts.get(`${wanted}>${taken}`);
    if (known) known.count++;
    else counts.set(`${wanted}>${taken}`, { wanted, taken, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

export function hasRightTopic({ question, judgement }: Judged): boolean {
  return isRightTopic(question, judgement.topic);
}

export function isRightTopic({ topic, also = [] }: Question, taken: string | undefined): boolean {
  return taken !== undefined && (topic === taken || also.includes(taken));
}

function shareOf<T>(all: readonly T[], isOne: (each: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : all.filter(isOne).length / all.length;
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

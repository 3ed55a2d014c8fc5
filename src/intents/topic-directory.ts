import { OperatorError } from '../errors.ts';
import type { Example } from '../nlu/classifier.ts';
import type { Areas } from '../team/area-schema.ts';
import { soonestOf } from './checks/review-dates.ts';
import { type Content, readContent } from './content.ts';
import { checkAtStart } from './content-check.ts';
import { findingLine } from './content-finding.ts';
import type { Local } from './local-schema.ts';
import type { ProceduresFile } from './procedure-schema.ts';
import type { Fact, Facts, TopicFile, TopicIntent } from './topic-schema.ts';

/** An intent with its own id and that of its topic. */
export interface KnownIntent extends TopicIntent {
  id: string;
  topic: string;
}

/** What rests on facts: an answer, or a slot of the procedure guide. */
export type Carried = Pick<TopicIntent, 'facts' | 'reviewBy'>;

/** What the bot can answer: read once at start, never changed after. */
export interface TopicDirectory {
  /** In menu order; topics outside the menu last, by id. */
  topics: readonly TopicFile[];
  facts: Facts;
  procedures: ProceduresFile;
  local: Local;
  areas: Areas;
  findTopic(id: string): TopicFile | undefined;
  findIntent(id: string): KnownIntent | undefined;
  /** Every intent of a topic in the order of its file; empty for an unknown topic. */
  listIntents(topic: string): KnownIntent[];
  /** The facts that carry a text, in its order. */
  listFacts(carried: Carried): Fact[];
  /** The earliest day (yyyy-mm-dd) a text wants looking at again: its own or its facts'. */
  reviewBy(carried: Carried): string | undefined;
  /** Every example of every topic: what the classifier learns from. */
  listExamples(): Example[];
}

/**
 * Reads and checks the content of a locale folder such as `locales/vi`.
 * @throws OperatorError with file and line for every fault.
 */
export function createTopicDirectory(folder: string): TopicDirectory {
  const content = readContent(folder);
  const faults = checkAtStart(content).filter(({ level }) => level === 'error');
  if (faults.length > 0) throw new OperatorError(faults.map(findingLine).join('\n'));
  return toTopicDirectory(content);
}

function toTopicDirectory(content: Content): TopicDirectory {
  const facts = content.facts.value;
  const topics = content.topics.map(({ value }) => value).sort(byMenu);
  const intents = new Map<string, KnownIntent>();
  for (const { topic, intents: own } of topics) {
    for (const [id, intent] of Object.entries(own)) intents.set(id, { ...intent, id, topic });
  }
  const listIntents = (topic: string) => [...intents.values()].filter((intent) => intent.topic === topic);
  const listFacts = (carried: Carried) => carried.facts.flatMap((id) => facts[id] ?? []);
  return {
    topics,
    facts,
    procedures: content.procedures.value,
    local: content.local.value,
    areas: content.areas.value,
    findTopic: (id) => topics.find(({ topic }) => topic === id),
    findIntent: (id) => intents.get(id),
    listIntents,
    listFacts,
    reviewBy: (carried) =>
      soonestOf([...listFacts(carried).map(({ reviewBy }) => reviewBy), carried.reviewBy ?? []].flat()),
    listExamples: () =>
      [...intents.values()].flatMap(({ id, topic, examples }) =>
        examples.map((text) => ({ text, intent: id, topic })),
      ),
  };
}

function byMenu(a: TopicFile, b: TopicFile): number {
  const byNumber = (a.menu ?? Number.MAX_SAFE_INTEGER) - (b.menu ?? Number.MAX_SAFE_INTEGER);
  return byNumber || a.topic.localeCompare(b.topic);
}

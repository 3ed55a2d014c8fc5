import type { LunarHolidays } from '../calendar/public-holidays.ts';
import { OperatorError } from '../errors.ts';
import type { Language } from '../i18n.ts';
import type { Example } from '../nlu/classifier/classifier.ts';
import type { Areas } from '../team/areas/area-schema.ts';
import { type CannedReplies, createCannedReplies } from './canned-replies.ts';
import { checkAtStart } from './checks/check-content.ts';
import { findingLine } from './checks/finding.ts';
import { soonestOf } from './checks/review-dates.ts';
import type { Carried, KnownIntent } from './intent-types.ts';
import type { ObjectFiles } from './objects/object-directory.ts';
import { type Content, readContent } from './read-content.ts';
import type { EmergencyKind } from './schema/emergencies.ts';
import type { Pointer } from './schema/instead.ts';
import type { Local } from './schema/local.ts';
import type { Fact, Facts, TopicFile } from './schema/topic.ts';
import { type Translation, translateTopic } from './translation.ts';

/** What the bot can answer: read once at start, never changed afterwards. */
export interface TopicDirectory {
  /** The language of titles and answers; untranslated ones stay in Vietnamese and are marked so. */
  language: Language;
  /** The same content for a conversation in that language. */
  in(language: Language): TopicDirectory;
  /** In menu order; topics outside the menu last, by id. */
  topics: readonly TopicFile[];
  facts: Facts;
  objectFiles: ObjectFiles;
  /** Texts for people in danger, by kind. */
  emergencies: Readonly<Record<string, EmergencyKind>>;
  /** Who helps with a question that no answer covers, by the intent of out-of-scope.yaml. */
  instead: Readonly<Record<string, Pointer>>;
  /** Replies that members can send unchanged. */
  canned: CannedReplies;
  local: Local;
  areas: Areas;
  /** By year (yyyy). */
  lunarHolidays: Readonly<Record<string, LunarHolidays>>;
  findTopic(id: string): TopicFile | undefined;
  findIntent(id: string): KnownIntent | undefined;
  /** The intents of a topic in the order of its file; empty for an unknown topic. */
  listIntents(topic: string): KnownIntent[];
  /** The facts that support a text, in its order. */
  listFacts(carried: Carried): Fact[];
  /** The earliest review date (yyyy-mm-dd) of a text and its facts. */
  reviewBy(carried: Carried): string | undefined;
  /** All examples of all topics, in all languages: the classifier learns from them. */
  listExamples(): Example[];
}

/**
 * Reads and checks the content of a locale folder such as `locales/vi`.
 * @throws OperatorError with file and line of every error
 */
export function createTopicDirectory(folder: string): TopicDirectory {
  const content = readContent(folder);
  const faults = checkAtStart(content).filter(({ level }) => level === 'error');
  if (faults.length > 0) throw new OperatorError(faults.map(findingLine).join('\n'));
  return toTopicDirectory(content);
}

/** Reads content without checking it: for commands, which the two seconds would slow down. The bot checks at its start. */
export function readTopicDirectory(folder: string): TopicDirectory {
  return toTopicDirectory(readContent(folder));
}

function toTopicDirectory(content: Content): TopicDirectory {
  const facts = content.facts.value;
  const listFacts = (carried: Carried) => carried.facts.flatMap((id) => facts[id] ?? []);
  const reviewBy = (carried: Carried) =>
    soonestOf([...listFacts(carried).map((fact) => fact.reviewBy), carried.reviewBy ?? []].flat());
  const byLanguage = { vi: lookups(content, 'vi'), en: lookups(content, 'en') };
  const shared = {
    facts,
    objectFiles: {
      objects: content.objects.map(({ value }) => value),
      aspects: content.aspects.value,
      faults: content.faults.value,
      knows: content.knows.value,
    },
    areas: content.areas.value,
    lunarHolidays: content.lunarHolidays.value,
    canned: createCannedReplies(content.canned.value, { reviewBy }),
    listFacts,
    reviewBy,
    listExamples: () => Object.values(byLanguage).flatMap(ownExamples),
    in: (language: Language): TopicDirectory => ({ ...shared, ...byLanguage[language] }),
  };
  return shared.in('vi');
}

type Lookups = Pick<
  TopicDirectory,
  'language' | 'topics' | 'local' | 'emergencies' | 'instead' | 'findTopic' | 'findIntent' | 'listIntents'
>;

/** The content with the texts of one language, as far as it is translated. */
function lookups(content: Content, language: Language): Lookups {
  const translation = content.translations.find((one) => one.language === language);
  const byTopic = new Map(translation?.topics.map(({ value }) => [value.topic, value]));
  const topics = content.topics.map(({ value }) =>
    translation ? translateTopic(value, byTopic.get(value.topic)) : value,
  );
  const intents = new Map<string, KnownIntent>();
  for (const { topic, intents: own } of topics.sort(byMenu)) {
    for (const [id, intent] of Object.entries(own)) {
      const isTranslated = byTopic.get(topic)?.intents[id] !== undefined;
      intents.set(id, { ...intent, id, topic, language: isTranslated ? language : 'vi' });
    }
  }
  return {
    language,
    topics,
    local: { ...content.local.value, ...translation?.local?.value },
    emergencies: emergenciesIn(content, translation),
    instead: insteadIn(content, translation),
    findTopic: (id) => topics.find(({ topic }) => topic === id),
    findIntent: (id) => intents.get(id),
    listIntents: (topic) => [...intents.values()].filter((intent) => intent.topic === topic),
  };
}

function emergenciesIn({ emergencies }: Content, translation: Translation | undefined) {
  const words = translation?.emergencies?.value.kinds ?? {};
  return Object.fromEntries(
    Object.entries(emergencies.value.kinds).map(([id, kind]) => [id, { ...kind, ...words[id] }]),
  );
}

function insteadIn({ instead }: Content, translation: Translation | undefined) {
  const words = translation?.instead?.value ?? {};
  return Object.fromEntries(
    Object.entries(instead.value).map(([group, pointer]) => [group, { ...pointer, ...words[group] }]),
  );
}

function ownExamples({ language, topics, listIntents }: Lookups): Example[] {
  return topics
    .flatMap(({ topic }) => listIntents(topic))
    .filter((intent) => intent.language === language)
    .flatMap(({ id, topic, examples }) => examples.map((text) => ({ text, intent: id, topic })));
}

function byMenu(a: TopicFile, b: TopicFile): number {
  const byNumber = (a.menu ?? Number.MAX_SAFE_INTEGER) - (b.menu ?? Number.MAX_SAFE_INTEGER);
  return byNumber || a.topic.localeCompare(b.topic);
}

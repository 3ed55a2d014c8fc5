import type { Content } from '../read-content.ts';
import type { TopicFile, TopicIntent } from '../schema/topic.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { Finding } from './finding.ts';

/** An intent, with what a check needs to report on it. */
export interface IntentParts {
  topic: YamlFile<TopicFile>;
  id: string;
  intent: TopicIntent;
  /** A finding about a part of this intent, such as `at(['steps', 2], 'error', …)`. */
  at(path: PropertyKey[], level: Finding['level'], message: string): Finding;
}

/** A piece of text and its path in the intent. */
export interface TextPart {
  path: PropertyKey[];
  text: string;
}

/** Every intent of every topic, in file order. */
export function listIntentParts(content: Content): IntentParts[] {
  return content.topics.flatMap((topic) =>
    Object.entries(topic.value.intents).map(([id, intent]) => ({
      topic,
      id,
      intent,
      at: (path: PropertyKey[], level: Finding['level'], message: string): Finding => ({
        level,
        file: topic.file,
        line: topic.lineOf(['intents', id, ...path]),
        message: `${id}: ${message}`,
      }),
    })),
  );
}

/** The parts of an answer that the resident reads, each with its path in the file. */
export function spokenParts(intent: TopicIntent): TextPart[] {
  return [
    { path: ['answer'], text: intent.answer },
    ...(intent.steps ?? []).map((text, index) => ({ path: ['steps', index], text })),
    ...(intent.after === undefined ? [] : [{ path: ['after'], text: intent.after }]),
  ];
}

/** Everything of an intent that residents read: the answer, its buttons and list entries. */
export function shownParts(intent: TopicIntent): TextPart[] {
  return [
    { path: ['title'], text: intent.title },
    { path: ['button'], text: intent.button },
    ...spokenParts(intent),
    ...(intent.buttons ?? []).map(({ title }, index) => ({ path: ['buttons', index], text: title })),
  ];
}

/** The answer as one message: paragraphs, numbered steps, closing line. */
export function wholeAnswer({ answer, steps, after }: TopicIntent): string {
  const numbered = steps?.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return [answer, numbered, after].filter((part) => part !== undefined).join('\n\n');
}

/** The parts of an answer or a cell that the claim checks read. */
export type ClaimParts = Pick<IntentParts, 'id' | 'intent' | 'at'>;

/** Never sent to anybody: residents' examples, sources of facts, and our own patterns. */
const notSpoken = new Set<PropertyKey>([
  'examples',
  'forbidden',
  'spellings',
  'synonyms',
  'source',
  'names',
  'implied',
  'cues',
  'near',
]);

/** A text of the locale and its file. */
export interface LocaleText extends TextPart {
  file: YamlFile<unknown>;
}

/**
 * All texts that people read in this locale: answers, facts, names of the office, texts of the bot and for
 * operators.
 */
export function listTexts(content: Content): LocaleText[] {
  const files: YamlFile<unknown>[] = [
    ...content.topics,
    ...content.objects,
    content.faults,
    content.knows,
    content.facts,
    content.local,
    ...content.otherTexts,
  ];
  return files.flatMap(textsOf);
}

/** All texts of one file, except those that are never sent. */
export function textsOf(file: YamlFile<unknown>): LocaleText[] {
  return partsOf(file.value, []).map((part) => ({ ...part, file }));
}

function partsOf(value: unknown, path: PropertyKey[]): TextPart[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !notSpoken.has(key))
    .flatMap(([key, part]) => partsOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

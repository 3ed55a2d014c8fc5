import type { Content } from '../content.ts';
import type { Finding } from '../content-finding.ts';
import type { TopicFile, TopicIntent } from '../topic-schema.ts';
import type { YamlFile } from '../yaml-file.ts';

/** One intent, with what a check needs to speak of it. */
export interface IntentParts {
  topic: YamlFile<TopicFile>;
  id: string;
  intent: TopicIntent;
  /** A finding about a part of this intent, e.g. `at(['steps', 2], 'error', …)`. */
  at(path: PropertyKey[], level: Finding['level'], message: string): Finding;
}

/** A piece of text and where in its intent it stands. */
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

/** What the resident reads of an answer, part by part with its place in the file. */
export function spokenParts(intent: TopicIntent): TextPart[] {
  return [
    { path: ['answer'], text: intent.answer },
    ...(intent.steps ?? []).map((text, index) => ({ path: ['steps', index], text })),
    ...(intent.after === undefined ? [] : [{ path: ['after'], text: intent.after }]),
  ];
}

/** The answer, and what stands on buttons and in lists: all that a resident ever reads of an intent. */
export function shownParts(intent: TopicIntent): TextPart[] {
  return [
    { path: ['title'], text: intent.title },
    { path: ['button'], text: intent.button },
    ...spokenParts(intent),
    ...(intent.buttons ?? []).map(({ title }, index) => ({ path: ['buttons', index], text: title })),
  ];
}

/** The answer as one message: paragraphs, then numbered steps, then the closing line. */
export function wholeAnswer({ answer, steps, after }: TopicIntent): string {
  const numbered = steps?.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return [answer, numbered, after].filter((part) => part !== undefined).join('\n\n');
}

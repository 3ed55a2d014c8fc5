import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../i18n.ts';
import { translatedEmergencies } from './schema/emergencies.ts';
import { type TopicFile, type TopicIntent, topicFile, topicIntent } from './schema/topic.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from './yaml-file.ts';

/** What is said of an intent in another language; facts, next questions and dates hold for all languages. */
const translatedIntent = topicIntent.pick({
  title: true,
  button: true,
  examples: true,
  answer: true,
  steps: true,
  after: true,
  buttons: true,
});

/** `locales/<other language>/topics/<topic>.yaml`: some of the intents of the same topic, under the same ids. */
const translatedTopic = topicFile
  .omit({ menu: true })
  .extend({ intents: z.record(z.string(), translatedIntent) });

/** `locales/<other language>/local.yaml`: what to call the office and the sources that are named to residents. */
const translatedLocal = z.strictObject({
  office: z.strictObject({ name: z.string(), place: z.string(), province: z.string() }),
  sources: z.record(z.string(), z.string()).default({}),
});

type TranslatedIntent = z.infer<typeof translatedIntent>;
export type TranslatedTopic = z.infer<typeof translatedTopic>;

/** The content of an office in another language, as far as there is any. */
export interface Translation {
  language: Language;
  topics: YamlFile<TranslatedTopic>[];
  local: YamlFile<z.infer<typeof translatedLocal>> | undefined;
  emergencies: YamlFile<z.infer<typeof translatedEmergencies>> | undefined;
}

/** An office's content is written in this language; others translate it. */
const original: Language = 'vi';
const others: Language[] = ['en'];

/** The folders of the other languages beside a locale folder: `locales/en` beside `locales/vi`. */
export function foldersBeside(folder: string): { language: Language; beside: string }[] {
  if (basename(folder) !== original) return [];
  return others
    .map((language) => ({ language, beside: join(dirname(folder), language) }))
    .filter(({ beside }) => existsSync(beside));
}

/**
 * The translations beside a locale folder.
 * @throws OperatorError with file and line when a file is missing its shape.
 */
export function readTranslations(folder: string): Translation[] {
  return foldersBeside(folder).map(({ language, beside }) => ({
    language,
    topics: yamlFilesIn(join(beside, 'topics')).map((file) => readYamlFile(file, translatedTopic)),
    local: existsSync(join(beside, 'local.yaml'))
      ? readYamlFile(join(beside, 'local.yaml'), translatedLocal)
      : undefined,
    emergencies: existsSync(join(beside, 'emergencies.yaml'))
      ? readYamlFile(join(beside, 'emergencies.yaml'), translatedEmergencies)
      : undefined,
  }));
}

/** A topic as it is said in another language, as far as it is translated. */
export function translateTopic(
  { askAt: _askAt, ...topic }: TopicFile,
  translated: TranslatedTopic | undefined,
): TopicFile {
  if (!translated) return topic;
  const { title, button, askAt } = translated;
  const intents = Object.entries(topic.intents).map(([id, intent]) => {
    const words = translated.intents[id];
    return [id, words ? translateIntent(intent, words) : intent] as const;
  });
  return { ...topic, title, button, askAt, intents: Object.fromEntries(intents) };
}

/** Nothing of the original's words is left; a button keeps them until it has some in the other language. */
function translateIntent(intent: TopicIntent, words: TranslatedIntent): TopicIntent {
  const { steps: _steps, after: _after, ...rest } = intent;
  return { ...rest, ...words };
}

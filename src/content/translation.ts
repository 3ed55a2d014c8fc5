import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../i18n.ts';
import { translatedEmergencies } from './schema/emergencies.ts';
import { translatedInstead } from './schema/instead.ts';
import { type TopicFile, type TopicIntent, topicFile, topicIntent } from './schema/topic.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from './yaml-file.ts';

/** The translatable part of an intent; facts, follow-up questions and dates are shared by all languages. */
const translatedIntent = topicIntent.pick({
  title: true,
  button: true,
  examples: true,
  answer: true,
  steps: true,
  after: true,
  buttons: true,
});

/** `locales/<other language>/topics/<topic>.yaml`: some of the intents of the topic, under the same ids. */
const translatedTopic = topicFile
  .omit({ menu: true })
  .extend({ intents: z.record(z.string(), translatedIntent) });

/** `locales/<other language>/local.yaml`: names of the office and of the sources that residents read. */
const translatedLocal = z.strictObject({
  office: z.strictObject({ name: z.string(), place: z.string(), province: z.string() }),
  sources: z.record(z.string(), z.string()).default({}),
});

type TranslatedIntent = z.infer<typeof translatedIntent>;
export type TranslatedTopic = z.infer<typeof translatedTopic>;

/** The content of an office in another language, as far as it exists. */
export interface Translation {
  language: Language;
  topics: YamlFile<TranslatedTopic>[];
  local: YamlFile<z.infer<typeof translatedLocal>> | undefined;
  emergencies: YamlFile<z.infer<typeof translatedEmergencies>> | undefined;
  instead: YamlFile<z.infer<typeof translatedInstead>> | undefined;
}

/** The language of an office's original content; other languages translate it. */
const original: Language = 'vi';
const others: Language[] = ['en'];

/** The sibling folders of a locale folder: `locales/en` for `locales/vi`. */
export function foldersBeside(folder: string): { language: Language; beside: string }[] {
  if (basename(folder) !== original) return [];
  return others
    .map((language) => ({ language, beside: join(dirname(folder), language) }))
    .filter(({ beside }) => existsSync(beside));
}

/**
 * Reads the translations beside a locale folder.
 * @throws OperatorError with file and line if a file does not match its schema
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
    instead: existsSync(join(beside, 'instead.yaml'))
      ? readYamlFile(join(beside, 'instead.yaml'), translatedInstead)
      : undefined,
  }));
}

/** A topic in another language, as far as it is translated. */
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

/** Replaces all texts of the original, except the button, which stays until the translation has one. */
function translateIntent(intent: TopicIntent, words: TranslatedIntent): TopicIntent {
  const { steps: _steps, after: _after, ...rest } = intent;
  return { ...rest, ...words };
}

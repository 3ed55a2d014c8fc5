import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from '../i18n.ts';
import type { Example, TrainingData } from '../nlu/classifier.ts';
import { readConversationalExamples } from './conversational.ts';
import type { TopicDirectory } from './topic-directory.ts';

const synonymsFile = z.strictObject({ synonyms: z.record(z.string(), z.string()) });

/**
 * Everything of a locale that the classifier learns from: examples of the topics and of small talk, titles, brands
 * and `<folder>/synonyms.yaml`, where there is one.
 */
export function readTrainingData(folder: string, directory: TopicDirectory): TrainingData {
  const titles = languages.flatMap((language) => titlesIn(directory.in(language)));
  return {
    examples: [...directory.listExamples(), ...readConversationalExamples(folder)],
    titles,
    brands: directory.local.brands,
    synonyms: readSynonyms(folder),
  };
}

function titlesIn({ language, topics, listIntents }: TopicDirectory): Example[] {
  return topics
    .flatMap(({ topic }) => listIntents(topic))
    .filter((intent) => intent.language === language)
    .flatMap(({ id, topic, title, button }) => [title, button].map((text) => ({ text, intent: id, topic })));
}

/** One line a meaning, its phrases between commas. */
function readSynonyms(folder: string): Record<string, string[]> {
  const file = join(folder, 'synonyms.yaml');
  if (!existsSync(file)) return {};
  const { synonyms } = synonymsFile.parse(parse(readFileSync(file, 'utf8')));
  return Object.fromEntries(
    Object.entries(synonyms).map(([meaning, phrases]) => [
      meaning,
      phrases
        .split(',')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    ]),
  );
}

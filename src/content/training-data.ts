import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { languages } from '../i18n.ts';
import type { Example, TrainingData } from '../nlu/classifier/classifier.ts';
import { readEmergencyLessons } from './lessons/emergency-lessons.ts';
import { readScamLessons } from './lessons/scam-lessons.ts';
import { readSecretLessons } from './lessons/secret-lessons.ts';
import { teachApart } from './lessons/teach-apart.ts';
import { readTurnLessons } from './lessons/turn-lessons.ts';
import { readAskedNext } from './objects/asked-next.ts';
import { readAskedQuestions } from './objects/asked-questions.ts';
import { readSignalLessons } from './signal-lessons.ts';
import type { TopicDirectory } from './topic-directory.ts';
import { foldersBeside } from './translation.ts';

const synonymsFile = z.strictObject({ synonyms: z.record(z.string(), z.string()) });

/**
 * Everything in a locale that the classifier learns from: examples of topics and small talk, titles, brands
 * and, if it exists, `<folder>/synonyms.yaml`.
 */
export function readTrainingData(folder: string, directory: TopicDirectory): TrainingData {
  const titles = languages.flatMap((language) => titlesIn(directory.in(language)));
  const examples = [...directory.listExamples(), ...readConversationalExamples(folder)];
  const asked = readAskedQuestions(folder, directory);
  const questions = [...asked, ...directory.listExamples()].map(({ text }) => text);
  const next = readAskedNext(folder, directory);
  return {
    examples,
    titles,
    asked,
    next,
    turns: readTurnLessons(folder, directory.objectFiles.objects, questions),
    brands: directory.local.brands,
    synonyms: readSynonyms(folder),
    ...teachApart({
      emergencies: readEmergencyLessons(folder, directory, examples),
      scams: readScamLessons(folder, examples),
    }),
    signals: readSignalLessons(folder, examples),
    secrets: readSecretLessons(
      folder,
      [...asked, ...next].map(({ text }) => text),
    ),
  };
}

function titlesIn({ language, topics, listIntents }: TopicDirectory): Example[] {
  return topics
    .flatMap(({ topic }) => listIntents(topic))
    .filter((intent) => intent.language === language)
    .flatMap(({ id, topic, title, button }) => [title, button].map((text) => ({ text, intent: id, topic })));
}

/** One line per meaning, with comma-separated phrases. */
function readSynonyms(folder: string): Record<string, string[]> {
  const file = join(folder, 'synonyms.yaml');
  if (!existsSync(file)) return {};
  const { synonyms } = synonymsFile.parse(load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }));
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

const conversationalFile = z.record(
  z.string(),
  z.strictObject({ topic: z.string(), examples: z.array(z.string()) }),
);

/**
 * Greetings, thanks and requests for a person; questions for other offices; questions that no answer covers.
 */
const files = ['conversational.yaml', 'out-of-scope.yaml', 'further-questions.yaml'];

/** Examples outside the topics; each file is optional, also in other languages. */
function readConversationalExamples(folder: string): Example[] {
  return [folder, ...foldersBeside(folder).map(({ beside }) => beside)]
    .flatMap((one) => files.map((file) => join(one, file)))
    .filter((path) => existsSync(path))
    .flatMap(readExamples);
}

function readExamples(path: string): Example[] {
  const file = conversationalFile.parse(load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }));
  return Object.entries(file).flatMap(([intent, { topic, examples }]) =>
    examples.map((text) => ({ text, intent, topic })),
  );
}

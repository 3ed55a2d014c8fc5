import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTopicDirectory, type TopicDirectory } from '../../content/topic-directory.ts';
import { readTrainingData } from '../../content/training-data.ts';
import { loadWords, localesFolder, type Words } from '../../i18n.ts';
import type { TrainingData } from '../../nlu/classifier/classifier.ts';

/** What the training and evaluation commands work on. */
export interface TrainingContent {
  directory: TopicDirectory;
  data: TrainingData;
  words: Words;
}

/** @throws OperatorError when the content cannot be used */
export function readTrainingContent(locales: string = localesFolder): TrainingContent {
  const folder = join(locales, 'vi');
  const directory = createTopicDirectory(folder);
  return { directory, data: readTrainingData(folder, directory), words: loadWords(locales) };
}

/** Where the trained model is stored: beside the records of the bot, or of the demo that ran here. */
export function modelFolder(environment: Record<string, string | undefined>): string {
  const dataDir = environment.DATA_DIR || (existsSync('.demo') ? '.demo' : 'data');
  return join(dataDir, 'classifier');
}

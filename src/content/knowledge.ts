import { join } from 'node:path';
import { loadWords, localesFolder, type Words } from '../i18n.ts';
import type { Example, TrainingData } from '../nlu/classifier/classifier.ts';
import { type OpenedClassifier, openClassifier } from '../nlu/classifier/load-classifier.ts';
import { shippedModelFolder } from '../nlu/classifier/model-file.ts';
import type { AskedExample, NextExample } from '../nlu/needs/need.ts';
import { createTopicDirectory, type TopicDirectory } from './topic-directory.ts';
import { readTrainingData } from './training-data.ts';

/** What the bot knows of its office. */
export interface Knowledge {
  words: Words;
  directory: TopicDirectory;
  /** Learned from the directory. */
  opened: OpenedClassifier;
  /** What residents asked before, with what answers it. */
  asked: readonly (Example | AskedExample | NextExample)[];
}

interface KnowledgePlace {
  /** Folder of an office's words and content; by default ours. */
  locales?: string | undefined;
  /** Folders that may contain models. A new model goes to the first one. */
  modelFolders: readonly [string, ...string[]];
}

/** Where an installation has its knowledge from. */
export interface KnowledgeSource {
  /** Folder of another office's words and content. */
  locales?: string;
  /** Called once, instead of reading `locales` and the models. */
  knowledge?: () => Knowledge;
  /** Folder of trained models, if not in the data directory. */
  modelFolder?: string;
}

/** @throws OperatorError with file and line of every error in the content */
export function openKnowledge(source: KnowledgeSource, dataDir: string): Knowledge {
  const { locales, knowledge, modelFolder = join(dataDir, 'classifier') } = source;
  return knowledge?.() ?? readKnowledge({ locales, modelFolders: [modelFolder, shippedModelFolder] });
}

/**
 * Reads the locales, and opens the model that learned from them.
 * @throws OperatorError with file and line of every error in the content
 */
export function readKnowledge({ locales = localesFolder, modelFolders }: KnowledgePlace): Knowledge {
  const folder = join(locales, 'vi');
  const directory = createTopicDirectory(folder);
  const data = readTrainingData(folder, directory);
  return {
    words: loadWords(locales),
    directory,
    opened: openClassifier({ data, folders: modelFolders }),
    asked: askedBefore(directory, data),
  };
}

/** The examples of an office that some answer or cell answers. */
export function askedBefore(
  directory: TopicDirectory,
  { asked = [], next = [] }: Pick<TrainingData, 'asked' | 'next'>,
): Knowledge['asked'] {
  return [...directory.listExamples(), ...asked, ...next];
}

import { fileURLToPath } from 'node:url';
import { type LearnedSignal, readSignalData } from '../../../src/content/signal-data.ts';
import { createTopicDirectory } from '../../../src/content/topic-directory.ts';
import { readTrainingData } from '../../../src/content/training-data.ts';
import type { Classifier } from '../../../src/nlu/classifier/classifier.ts';
import { createClassifier } from '../../../src/nlu/classifier/create-classifier.ts';
import { type SignalHeads, signalTrainingData } from '../../../src/nlu/signals/two-step-reader.ts';

const folder = fileURLToPath(new URL('../../../locales/vi', import.meta.url));

/** Learns a signal from the locale, in some seconds. */
export function learnHeads(signal: LearnedSignal): SignalHeads<Classifier> {
  const others = readTrainingData(folder, createTopicDirectory(folder)).examples;
  const { detector, kinds } = signalTrainingData(readSignalData(folder, signal, others));
  return { detector: createClassifier(detector), kinds: createClassifier(kinds) };
}

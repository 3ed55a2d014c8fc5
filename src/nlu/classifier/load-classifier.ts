import { join } from 'node:path';
import { createCueDetector } from '../emergency/create-cue-detector.ts';
import { noNeed } from '../needs/need.ts';
import type { ExplainingClassifier, TrainingData } from './classifier.ts';
import { createModelClassifier } from './create-classifier.ts';
import type { Model } from './model.ts';
import { modelFileName, readModelFile, readNewestModel, writeModelFile } from './model-file.ts';
import { type TrainInBackground, trainInWorker } from './train-in-worker.ts';

interface ModelPlace {
  data: TrainingData;
  /** Folders that may contain models. A new model goes to the first one, which is created if needed. */
  folders: readonly [string, ...string[]];
  /** Trains without blocking the caller; uses a worker thread by default. */
  train?: TrainInBackground;
}

export interface OpenedClassifier {
  /** Answers at once with the model that was found, and with the new one as soon as it is trained. */
  classifier: ExplainingClassifier;
  /** What the model that was found knows: this data, older data, or nothing because there was no model. */
  knows: 'data' | 'older-data' | 'nothing';
  /**
   * Trains the model for this data (a few seconds), stores it in the first folder and switches to it. If the
   * folder cannot be written, the next start has to train again.
   * @throws if the thread fails or the signal stops it
   */
  learn(signal?: AbortSignal): Promise<void>;
}

/**
 * Never trains. Opens the model for this data, else the newest one for other data, else an empty one. A
 * damaged file counts as missing.
 */
export function openClassifier({ data, folders, train = trainInWorker }: ModelPlace): OpenedClassifier {
  const name = modelFileName(data);
  const own = firstOf(folders.map((folder) => join(folder, name)));
  const older = own ? undefined : readNewestModel(name, folders);
  const found = own ?? older;
  const hearCues = createCueDetector(data.emergencies ?? { cues: {} });
  let current = found ? createModelClassifier(found) : knowsNothing;
  // With "Required" whatever a model learns cannot be left out here.
  const classifier: Required<ExplainingClassifier> = {
    classify: (text) => current.classify(text),
    readNeed: (text) => current.readNeed?.(text) ?? noNeed,
    detectEmergency: (text) => (current.detectEmergency ?? hearCues)(text),
    detectScam: (text) => current.detectScam?.(text),
    weighSignal: (name, text) => current.weighSignal?.(name, text),
    findSecrets: (text) => current.findSecrets?.(text) ?? [],
    explain: (text, intent) => current.explain(text, intent),
  };
  return {
    classifier,
    knows: own ? 'data' : older ? 'older-data' : 'nothing',
    async learn(signal) {
      const model = await train(data, signal);
      keep(join(folders[0], name), model);
      current = createModelClassifier(model);
    },
  };
}

/** Waits for the model of this data: for commands that evaluate or train. */
export async function loadClassifier(
  place: ModelPlace,
): Promise<{ classifier: ExplainingClassifier; trained: boolean }> {
  const { classifier, knows, learn } = openClassifier(place);
  const trained = knows !== 'data';
  if (trained) await learn();
  return { classifier, trained };
}

const knowsNothing: ExplainingClassifier = { classify: () => [], explain: () => [] };

function firstOf(files: readonly string[]): Model | undefined {
  for (const file of files) {
    const model = readModelFile(file);
    if (model) return model;
  }
  return undefined;
}

function keep(file: string, model: Model): void {
  try {
    writeModelFile(file, model);
  } catch {
    // The classifier works even if the file could not be written.
  }
}

import { join } from 'node:path';
import { createCueDetector } from '../emergency/create-cue-detector.ts';
import type { ExplainingClassifier, TrainingData } from './classifier.ts';
import { createModelClassifier } from './create-classifier.ts';
import type { Model } from './model.ts';
import { modelFileName, readModelFile, readNewestModel, writeModelFile } from './model-file.ts';
import { type TrainInBackground, trainInWorker } from './train-in-worker.ts';

interface ModelPlace {
  data: TrainingData;
  /** Where models are looked for. A new one is written into the first, which is made when needed. */
  folders: readonly [string, ...string[]];
  /** Trains without keeping the caller from its work; a thread, if not given. */
  train?: TrainInBackground;
}

export interface OpenedClassifier {
  /** Answers at once by the model that was found, and by the new one as soon as that is trained. */
  classifier: ExplainingClassifier;
  /** What the model that was found has learned: this data, other data of before, or nothing as there was none. */
  knows: 'data' | 'older-data' | 'nothing';
  /**
   * Trains the model of this data (some seconds), keeps it in the first folder and answers by it from then on. A folder
   * that cannot be written costs the same training at the next start.
   * @throws when the thread fails or the signal stops it
   */
  learn(signal?: AbortSignal): Promise<void>;
}

/**
 * Never trains: takes the model of this data, else the newest of other data, else one that knows nothing. A damaged
 * file counts as none.
 */
export function openClassifier({ data, folders, train = trainInWorker }: ModelPlace): OpenedClassifier {
  const name = modelFileName(data);
  const own = firstOf(folders.map((folder) => join(folder, name)));
  const older = own ? undefined : readNewestModel(name, folders);
  const found = own ?? older;
  const hearCues = createCueDetector(data.emergencies ?? { cues: {} });
  let current = found ? createModelClassifier(found) : knowsNothing;
  return {
    classifier: {
      classify: (text) => current.classify(text),
      detectEmergency: (text) => (current.detectEmergency ?? hearCues)(text),
      explain: (text, intent) => current.explain(text, intent),
    },
    knows: own ? 'data' : older ? 'older-data' : 'nothing',
    async learn(signal) {
      const model = await train(data, signal);
      keep(join(folders[0], name), model);
      current = createModelClassifier(model);
    },
  };
}

/** Waits for the model of this data: for commands that measure or train. */
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
    // The classifier is there all the same.
  }
}

import type { ExplainingClassifier, TrainingData } from './classifier.ts';
import { createModelClassifier } from './create-classifier.ts';
import type { Model } from './model.ts';
import { modelFile, readModelFile, writeModelFile } from './model-file.ts';
import { trainInWorker } from './train-in-worker.ts';
import { awaitTrainingLock, releaseTrainingLock } from './training-lock.ts';

interface LoadOptions {
  data: TrainingData;
  /** Where trained models are kept between starts; made when needed. */
  cacheFolder: string;
}

export interface Loaded {
  classifier: ExplainingClassifier;
  /** False when the model was found in the folder. */
  trained: boolean;
}

/**
 * The classifier for this data: in well under 100 ms from the folder, or trained in a thread (some seconds) and kept
 * there. A damaged file is trained again; a folder that cannot be written costs the same training at the next start.
 */
export async function loadClassifier({ data, cacheFolder }: LoadOptions): Promise<Loaded> {
  const file = modelFile(data, cacheFolder);
  const known = readModelFile(file) ?? (await awaitTrainingLock(file, () => readModelFile(file)));
  if (known) return { classifier: createModelClassifier(known, data), trained: false };
  try {
    const model = await trainInWorker(data);
    keep(file, model);
    return { classifier: createModelClassifier(model, data), trained: true };
  } finally {
    releaseTrainingLock(file);
  }
}

function keep(file: string, model: Model): void {
  try {
    writeModelFile(file, model);
  } catch {
    // The classifier is there all the same.
  }
}

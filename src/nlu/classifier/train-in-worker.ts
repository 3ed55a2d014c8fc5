import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrainingData } from './classifier.ts';
import type { Model } from './model.ts';

/** The input of the worker thread. */
export interface TrainingOrder {
  data: TrainingData;
}

/** @throws AbortError if the signal stops it */
export type TrainInBackground = (data: TrainingData, signal?: AbortSignal) => Promise<Model>;

/** Trains in a worker thread, so that the main thread goes on answering. */
export const trainInWorker: TrainInBackground = async (data, signal) => {
  const worker = startThread({ data });
  try {
    const [model] = (await once(worker, 'message', { signal })) as [Model];
    return model;
  } finally {
    await worker.terminate();
  }
};

/**
 * From `dist/` the compiled entry is loaded directly; from `src/` through tsx, which a thread does not
 * inherit.
 */
function startThread(workerData: TrainingOrder): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./training-worker.js', import.meta.url), { workerData });
  }
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = JSON.stringify(new URL('./training-worker.ts', import.meta.url).href);
  const source = `import(${tsx}).then(({ tsImport }) => tsImport(${entry}, ${entry}))`;
  return new Worker(source, { eval: true, workerData });
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrainingData } from './classifier.ts';
import type { Model } from './model.ts';
import type { DangerModel, ReadingModel } from './train-model.ts';

/** The input of a worker thread. */
export interface TrainingOrder {
  data: TrainingData;
  part: 'reading' | 'dangers';
}

/** @throws AbortError if the signal stops it */
export type TrainInBackground = (data: TrainingData, signal?: AbortSignal) => Promise<Model>;

/** Trains in two worker threads, so that the main thread goes on answering and two cores share the work. */
export const trainInWorker: TrainInBackground = async (data, signal) => {
  const [reading, dangers] = await Promise.all([
    trainPart<ReadingModel>({ data, part: 'reading' }, signal),
    trainPart<DangerModel>({ data, part: 'dangers' }, signal),
  ]);
  return { ...reading, ...dangers };
};

async function trainPart<Part>(order: TrainingOrder, signal?: AbortSignal): Promise<Part> {
  const worker = startThread(order);
  try {
    const [part] = (await once(worker, 'message', { signal })) as [Part];
    return part;
  } finally {
    await worker.terminate();
  }
}

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

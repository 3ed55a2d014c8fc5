import { parentPort, workerData } from 'node:worker_threads';
import type { TrainingOrder } from './train-in-worker.ts';
import { trainModel } from './train-model.ts';

/** Entry of the worker thread that trains: receives training data and posts the model. */

const { data } = workerData as TrainingOrder;
parentPort?.postMessage(trainModel(data));

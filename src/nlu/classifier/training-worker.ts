import { parentPort, workerData } from 'node:worker_threads';
import type { TrainingOrder } from './train-in-worker.ts';
import { trainModel } from './train-model.ts';

/** Entry of the thread that learns: training data in, the model out. */

const { data } = workerData as TrainingOrder;
parentPort?.postMessage(trainModel(data));

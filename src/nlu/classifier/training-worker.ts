import { parentPort, workerData } from 'node:worker_threads';
import type { TrainingOrder } from './train-in-worker.ts';
import { trainDangers, trainReading } from './train-model.ts';

/** Entry of a worker thread that trains: receives training data and posts a part of the model. */

const { data, part } = workerData as TrainingOrder;
parentPort?.postMessage(part === 'reading' ? trainReading(data) : trainDangers(data));

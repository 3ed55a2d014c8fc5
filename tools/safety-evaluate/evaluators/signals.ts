import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { createReadDeath } from '../../../src/nlu/signals/grief/read-death.ts';
import { createReadGrievance } from '../../../src/nlu/signals/grievance.ts';
import {
  createSignalReaders,
  type SignalName,
  trainSignals,
  type WeighSignal,
} from '../../../src/nlu/signals/learned-signal.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

export const griefEvaluator = createLabelEvaluator({
  name: 'grief',
  createReader: () => createReadDeath(learn('grief')),
  floor: 0.85,
  ceiling: 0,
});

/** A complaint about a service is answered like any other question. */
export const grievanceEvaluator = createLabelEvaluator({
  name: 'grievance',
  same: { service: 'none' },
  createReader: () => createReadGrievance(learn('grievance')),
  floor: 0.85,
  ceiling: 0.02,
});

function learn(name: SignalName): WeighSignal {
  const lessons = readTrainingContent().data.signals?.[name];
  const learned = lessons && createSignalReaders(trainSignals({ [name]: lessons }))[name];
  if (!learned) throw new Error(`nothing teaches the signal ${name}`);
  return learned;
}

import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { createScamDetector } from '../../../src/nlu/scam/create-scam-detector.ts';
import { trainScam } from '../../../src/nlu/scam/train-scam.ts';
import type { Evaluator } from '../evaluator.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

type ReadStage = (text: string) => string | undefined;

/** Judges whether a message tells of a scam, and at which stage. Talk about scams in general is none. */
export function createScamEvaluator(createReader: () => ReadStage): Evaluator {
  return createLabelEvaluator({
    name: 'scam',
    same: { tell: 'none' },
    createReader,
    floor: 0.95,
    ceiling: 0.05,
  });
}

export const scamEvaluator = createScamEvaluator(() => {
  const { scams } = readTrainingContent().data;
  const detect = createScamDetector(trainScam(scams ?? { examples: [], meanings: {} }));
  return (text) => {
    const reading = detect(text);
    return reading?.level === 'sure' ? reading.stage : undefined;
  };
});

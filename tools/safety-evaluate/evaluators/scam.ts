import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { createScamDetector } from '../../../src/nlu/scam/create-scam-detector.ts';
import type { DetectScam } from '../../../src/nlu/scam/scam.ts';
import { trainScam } from '../../../src/nlu/scam/train-scam.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

/** Whether a message tells of a scam, and at which stage. Talk about scams in general is none. */
export const scamEvaluator = createLabelEvaluator({
  name: 'scam',
  same: { tell: 'none' },
  createReader: () => {
    const detect = learnDetector();
    return (text) => {
      const reading = detect(text);
      return reading?.level === 'sure' ? reading.stage : undefined;
    };
  },
  floor: 0.95,
  ceiling: 0.05,
});

function learnDetector(): DetectScam {
  const { scams } = readTrainingContent().data;
  return createScamDetector(trainScam(scams ?? { examples: [], meanings: {} }));
}

import { createScamReader } from '../../../src/nlu/signals/scam.ts';
import { createLabelEvaluator } from './label-evaluator.ts';
import { learnHeads } from './learned-heads.ts';

export const scamEvaluator = createLabelEvaluator({
  name: 'scam',
  createReader: () => {
    const readScam = createScamReader(learnHeads('scam'));
    return (text) => readScam(text)?.stage;
  },
  floor: 0.6,
  ceiling: 0.06,
});

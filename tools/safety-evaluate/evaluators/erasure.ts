import { wantsErasure } from '../../../src/nlu/signals/erasure.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

export const erasureEvaluator = createLabelEvaluator({
  name: 'erasure',
  createReader: () => (text) => (wantsErasure(text) ? 'erase' : undefined),
  floor: 0.95,
  ceiling: 0,
});

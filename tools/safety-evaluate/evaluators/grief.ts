import { readDeath } from '../../../src/nlu/signals/death.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

export const griefEvaluator = createLabelEvaluator({
  name: 'grief',
  createReader: () => (text) => {
    const death = readDeath(text);
    return death && (death.when === 'recent' ? 'death' : 'death-long-ago');
  },
  floor: 0.84,
  ceiling: 0,
});

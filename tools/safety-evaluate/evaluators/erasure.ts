import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { wantsErasure } from '../../../src/nlu/signals/erasure.ts';
import { namesOfOtherApps } from '../../../src/nlu/signals/other-apps.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

export const erasureEvaluator = createLabelEvaluator({
  name: 'erasure',
  createReader: () => {
    const otherApps = namesOfOtherApps(readTrainingContent().directory.local.brands);
    return (text) => (wantsErasure(text, otherApps) ? 'erase' : undefined);
  },
  floor: 0.95,
  ceiling: 0,
});

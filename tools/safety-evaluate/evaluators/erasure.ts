import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { createClassifier } from '../../../src/nlu/classifier/create-classifier.ts';
import { openClassifier } from '../../../src/nlu/classifier/load-classifier.ts';
import { wantsErasure } from '../../../src/nlu/signals/erasure.ts';
import { namesOfOtherApps } from '../../../src/nlu/signals/other-apps.ts';
import { createLabelEvaluator } from './label-evaluator.ts';

/** Where the tests keep the trained model. */
const testFolder = 'node_modules/.cache/cau-noi/classifier';

export const erasureEvaluator = createLabelEvaluator({
  name: 'erasure',
  createReader: () => {
    const { data, directory } = readTrainingContent();
    const opened = openClassifier({ data, folders: [testFolder] });
    const { classify } = opened.knows === 'data' ? opened.classifier : createClassifier(data);
    const otherApps = namesOfOtherApps(directory.local.brands);
    return (text) => {
      const probability = () =>
        classify(text).find(({ intent }) => intent === 'erase-data')?.probability ?? 0;
      return wantsErasure(text, { otherApps, probability }) ? 'erase' : undefined;
    };
  },
  floor: 0.95,
  ceiling: 0,
});

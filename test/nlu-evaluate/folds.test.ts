import { createFolds } from '../../tools/nlu-evaluate/folds.ts';
import { createNearestFinder } from '../../tools/nlu-evaluate/nearest-example.ts';
import { sampleData } from '../nlu/sample-data.ts';

describe('createFolds', () => {
  const folds = createFolds(sampleData, 5);

  it('holds every example out once, and never learns from it then', () => {
    expect(folds.flatMap(({ heldOut }) => heldOut)).toHaveLength(sampleData.examples.length);
    for (const { training, heldOut } of folds) {
      expect(training.examples.filter((example) => heldOut.includes(example))).toEqual([]);
      expect(training.examples.length + heldOut.length).toBe(sampleData.examples.length);
    }
  });

  it('parts every intent, the same way each time', () => {
    for (const { training } of folds) {
      expect(new Set(training.examples.map(({ intent }) => intent)).size).toBe(4);
    }
    expect(createFolds(sampleData, 5)).toEqual(folds);
  });
});

describe('createNearestFinder', () => {
  const findNearest = createNearestFinder(sampleData.examples);

  it('finds the example most like a text, whatever its spelling', () => {
    expect(findNearest('QUEN MAT KHAU ETAX')).toMatchObject({
      example: { text: 'quên mật khẩu eTax' },
      shared: 1,
    });
    expect(findNearest('quên mật khẩu zalo')?.shared).toBeLessThan(0.9);
  });

  it('finds nothing for nothing', () => {
    expect(findNearest('')).toBeUndefined();
    expect(createNearestFinder([])('abc')).toBeUndefined();
  });
});

import { createLogger } from '../../../src/logger.ts';
import { createMetrics } from '../../../src/metrics.ts';
import { learnInBackground } from '../../../src/nlu/classifier/learn-in-background.ts';
import type { OpenedClassifier } from '../../../src/nlu/classifier/load-classifier.ts';

const classifier = { classify: () => [], explain: () => [] };

function begin(opened: Pick<OpenedClassifier, 'knows' | 'learn'>, signal = new AbortController().signal) {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const metrics = createMetrics();
  const learned = learnInBackground({ classifier, ...opened }, { logger, metrics, signal });
  const isOutdated = async () => /^cau_noi_model_outdated 1$/m.test(await metrics.text());
  return { lines, learned, isOutdated };
}

describe('training in the background', () => {
  it('does nothing and logs nothing if the model already knows the content', async () => {
    const { learned, lines, isOutdated } = begin({
      knows: 'data',
      learn: () => Promise.reject(new Error('trained although nothing is new')),
    });
    expect([await learned, lines, await isOutdated()]).toEqual([true, [], false]);
  });

  it.each([
    ['older-data', 'an older model answers'],
    ['nothing', 'no trained model was found'],
  ] as const)('logs which model answers meanwhile and when the new one is ready: %s', async (knows, said) => {
    let finish: () => void = () => undefined;
    const training = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { learned, lines, isOutdated } = begin({ knows, learn: () => training });
    expect([lines.length, lines[0]]).toEqual([1, expect.stringContaining(said)]);
    expect(await isOutdated()).toBe(true);
    finish();
    expect(await learned).toBe(true);
    expect([lines.length, lines[1]]).toEqual([2, expect.stringContaining('has been learned')]);
    expect(await isOutdated()).toBe(false);
  });

  it('raises an error when training fails, and goes on with the old model', async () => {
    const { learned, lines, isOutdated } = begin({
      knows: 'older-data',
      learn: () => Promise.reject(new Error('out of memory')),
    });
    expect(await learned).toBe(false);
    expect(lines[1]).toMatch(/"level":50.*out of memory/);
    expect(await isOutdated()).toBe(true);
  });

  it('logs nothing more when the process stops during training', async () => {
    const { learned, lines } = begin(
      { knows: 'older-data', learn: () => Promise.reject(new Error('stopped')) },
      AbortSignal.abort(),
    );
    expect([await learned, lines.length]).toEqual([false, 1]);
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { erasureEvaluator } from '../../tools/safety-evaluate/evaluators/erasure.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';

describe.each([erasureEvaluator])(
  'what is read of the messages that people wrote: $name',
  ({ name, evaluate }) => {
    const file = fileURLToPath(new URL(`${name}.jsonl`, import.meta.url));
    const { figures, faults } = evaluate(readLines(readFileSync(file, 'utf8'), file));

    test.each(figures)('keeps its promise: $name, $counted', ({ share, floor = 0, ceiling = 1 }) => {
      const broken = share < floor || share > ceiling ? faults : [];
      expect(broken).toEqual([]);
    });
  },
);

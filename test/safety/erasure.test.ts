import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { erasureEvaluator } from '../../tools/safety-evaluate/evaluators/erasure.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';

function evaluate(lines: unknown[]) {
  const { figures, faults } = erasureEvaluator.evaluate(lines);
  return { figures, faults };
}

function linesOf(path: string): { text: string; topic?: string }[] {
  const file = fileURLToPath(new URL(path, import.meta.url));
  return readLines(readFileSync(file, 'utf8'), file) as { text: string; topic?: string }[];
}

/** Messages about something else than privacy; the first label is the main one. */
const ordinary = ['../nlu/golden.jsonl', '../nlu/development.jsonl']
  .flatMap(linesOf)
  .filter(({ topic }) => topic !== 'privacy')
  .map(({ text }) => ({ text, label: 'none' }));

describe('a wish to have data deleted', () => {
  it('is heard in what people wrote, and in no near miss', () => {
    const { figures, faults } = evaluate(linesOf('erasure.jsonl'));
    expect(figures.filter(({ share, floor = 0, ceiling = 1 }) => share < floor || share > ceiling)).toEqual(
      [],
    );
    expect(faults.filter((fault) => fault.startsWith('none'))).toEqual([]);
  });

  it('is heard in no fragment', () => {
    const lines = linesOf('fragments.jsonl');
    expect(lines.length).toBeGreaterThanOrEqual(500);
    expect(evaluate(lines).faults).toEqual([]);
  });

  it('is heard in no ordinary message', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(2_000);
    expect(evaluate(ordinary).faults).toEqual([]);
  });
});

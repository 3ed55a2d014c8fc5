import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { erasureEvaluator } from '../../tools/safety-evaluate/evaluators/erasure.ts';
import { readLines } from '../../tools/safety-evaluate/read-lines.ts';

function linesOf(path: string): { text: string; topic?: string }[] {
  const file = fileURLToPath(new URL(path, import.meta.url));
  return readLines(readFileSync(file, 'utf8'), file) as { text: string; topic?: string }[];
}

/** Messages about something else than privacy; the first label is the main one. */
const ordinary = ['../nlu/golden.jsonl', '../nlu/development.jsonl']
  .flatMap(linesOf)
  .filter(({ topic }) => topic !== 'privacy')
  .map(({ text }) => ({ text, label: 'none' }));

const fragments = linesOf('fragments.jsonl');

describe('a wish to have data deleted', () => {
  const { figures, faults } = erasureEvaluator.evaluate([
    ...linesOf('erasure.jsonl'),
    ...fragments,
    ...ordinary,
  ]);

  it('is heard in no near miss, no fragment of 500 and no ordinary message of 2,000', () => {
    expect(fragments.length).toBeGreaterThanOrEqual(500);
    expect(ordinary.length).toBeGreaterThanOrEqual(2_000);
    expect(faults.filter((fault) => fault.startsWith('none'))).toEqual([]);
  });

  it('is heard in most of what people wrote', () => {
    const [right] = figures;
    expect(right?.share).toBeGreaterThanOrEqual(right?.floor ?? 1);
  });
});

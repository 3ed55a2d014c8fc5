import { addScores, type LinearHead } from '../../../src/nlu/heads/linear-head.ts';
import { createRandom } from '../../../src/nlu/heads/random.ts';
import { addAllScores, createScoreTable } from '../../../src/nlu/heads/score-table.ts';

const random = createRandom(7);
const rowCount = 200;

/** About a third of the labels have a weight for a feature. */
function randomHead(labelCount: number): LinearHead {
  const labels: number[] = [];
  const rowStart = [0];
  for (let row = 0; row < rowCount; row++) {
    for (let label = 0; label < labelCount; label++) if (random() < 0.3) labels.push(label);
    rowStart.push(labels.length);
  }
  const weights = labels.map(() => 40 * (random() - 0.5));
  return {
    labelCount,
    rowStart: Uint32Array.from(rowStart),
    labelOf: Uint16Array.from(labels),
    weights: Float32Array.from(weights),
  };
}

const vector = {
  rows: Uint32Array.from({ length: 50 }, (_, at) => at * 4),
  values: Float32Array.from({ length: 50 }, () => random()),
  length: 50,
};

test('the table gives the same scores as each head by itself', () => {
  const heads = [randomHead(400), randomHead(26)] as const;
  const scores = new Float64Array(426).fill(99);
  addAllScores(createScoreTable(heads), vector, scores);
  const alone = heads.flatMap((head) => {
    const own = new Float64Array(head.labelCount);
    addScores(head, vector, own);
    return [...own];
  });
  for (const [label, score] of alone.entries()) expect(scores[label]).toBeCloseTo(score, 2);
});

test('untrained heads give score 0', () => {
  const empty: LinearHead = {
    labelCount: 3,
    rowStart: new Uint32Array(rowCount + 1),
    labelOf: new Uint16Array(0),
    weights: new Float32Array(0),
  };
  const scores = new Float64Array(3).fill(99);
  addAllScores(createScoreTable([empty]), vector, scores);
  expect([...scores]).toEqual([0, 0, 0]);
});

test('more labels than an entry can hold are rejected', () => {
  expect(() => createScoreTable([randomHead(4000), randomHead(100)])).toThrow(RangeError);
});

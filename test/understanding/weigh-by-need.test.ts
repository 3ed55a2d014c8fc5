import type { AspectName } from '../../src/content/schema/grid.ts';
import { objectFile } from '../../src/content/schema/object.ts';
import { sumOf } from '../../src/nlu/classifier/classifier.ts';
import { type Likelihoods, noNeed } from '../../src/nlu/needs/need.ts';
import { aspectsByAnswer, weighByNeed } from '../../src/understanding/weigh-by-need.ts';

type Weighing = Parameters<typeof weighByNeed>[1];

const told: Weighing['told'] = new Map<string, Set<AspectName>>([
  ['car-fee', new Set(['fee'])],
  ['car-how', new Set(['how', 'papers'])],
]);

function weigh(
  probabilities: Record<string, number>,
  { aspects = [], ...more }: Partial<Weighing> & { aspects?: Likelihoods },
) {
  const candidates = Object.entries(probabilities).map(([intent, probability]) => ({
    ...{ intent, probability },
    topic: 't',
  }));
  const weighing = { told, names: 0, isNamed: () => false, subjectOf: (intent: string) => intent };
  return weighByNeed(candidates, { ...weighing, need: { ...noNeed, aspects }, ...more });
}

const orderOf = (...args: Parameters<typeof weigh>) => weigh(...args).map(({ intent }) => intent);
const isCar = (intent: string) => intent.startsWith('car');
const subjectOf = (intent: string) => intent.split('-')[0] ?? intent;

describe('weighing answers by what is asked', () => {
  const asksHow = [{ name: 'how', probability: 0.9 }];

  it.each<[string, Record<string, number>, Parameters<typeof weigh>[1], string[]]>([
    ['without a need they keep their order', { 'car-fee': 0.5, 'car-how': 0.4 }, {}, ['car-fee', 'car-how']],
    [
      'one that does not tell the asked aspect falls',
      { 'car-fee': 0.5, 'car-how': 0.4 },
      { aspects: asksHow },
      ['car-how', 'car-fee'],
    ],
    [
      'one that is surely meant stays, whatever is asked',
      { 'car-fee': 0.9, 'car-how': 0.1 },
      { aspects: asksHow },
      ['car-fee', 'car-how'],
    ],
    [
      'several likely aspects that it tells count together',
      { 'car-fee': 0.5, 'car-how': 0.4 },
      {
        aspects: [
          { name: 'fee', probability: 0.3 },
          { name: 'how', probability: 0.35 },
          { name: 'papers', probability: 0.35 },
        ],
      },
      ['car-how', 'car-fee'],
    ],
    [
      'one of which no aspect is known loses nothing',
      { weather: 0.5, 'car-how': 0.4 },
      { aspects: asksHow },
      ['weather', 'car-how'],
    ],
    [
      'what is about a named object rises',
      { 'bus-fee': 0.5, 'car-fee': 0.3 },
      { names: 1, isNamed: isCar },
      ['car-fee', 'bus-fee'],
    ],
    [
      'with two names it rises less',
      { 'bus-fee': 0.5, 'car-fee': 0.3 },
      { names: 2, isNamed: isCar },
      ['bus-fee', 'car-fee'],
    ],
    [
      'likely answers about one object support each other',
      { 'bus-fee': 0.36, 'car-fee': 0.34, 'car-how': 0.3 },
      { subjectOf },
      ['car-fee', 'car-how', 'bus-fee'],
    ],
    [
      'answers about different objects do not',
      { 'bus-fee': 0.36, 'car-fee': 0.34, 'car-how': 0.3 },
      {},
      ['bus-fee', 'car-fee', 'car-how'],
    ],
  ])('%s', (_, probabilities, weighing, order) => {
    expect(orderOf(probabilities, weighing)).toEqual(order);
  });

  it('leaves the sum of the probabilities as it is', () => {
    const weighed = weigh({ 'car-fee': 0.5, 'car-how': 0.2 }, { aspects: asksHow, names: 1, isNamed: isCar });
    expect(sumOf(weighed)).toBeCloseTo(0.7);
  });

  it.each<[string, Record<string, number>]>([
    ['without names', { 'car-fee': 0.5, 'bus-fee': 0.2 }],
    ['when nothing is likely', { 'car-fee': 0, 'bus-fee': 0 }],
    ['without candidates', {}],
  ])('gives finite probabilities %s', (_, probabilities) => {
    const weighed = weigh(probabilities, { aspects: asksHow, names: 0, isNamed: () => true });
    expect(weighed).toHaveLength(Object.keys(probabilities).length);
    for (const { probability } of weighed) expect(Number.isFinite(probability)).toBe(true);
  });
});

test('an answer tells what any object says that it tells, and the cells that it is', () => {
  const base = { kind: 'paper', topic: 't', knows: 'desk', name: 'thẻ', button: 'Thẻ', names: ['thẻ'] };
  const cells = aspectsByAnswer([
    objectFile.parse({
      ...{ ...base, object: 'card', answers: { 'card-fee': ['fee'] } },
      say: { how: { intent: 'card-how' }, papers: { intent: 'card-fee' }, time: 'unknown' },
    }),
    objectFile.parse({ ...base, object: 'pass', answers: { 'card-fee': ['time'] }, say: {} }),
  ]);
  expect(cells).toEqual(
    new Map([
      ['card-fee', new Set(['fee', 'papers', 'time'])],
      ['card-how', new Set(['how'])],
    ]),
  );
});

import { createClassifier } from '../../../src/nlu/classifier/create-classifier.ts';
import { type AskedExample, noNeed } from '../../../src/nlu/needs/need.ts';

const things = ['thẻ thuyền', 'giấy chăn bò', 'sổ đánh cá', 'vé qua đò'];
const wordings: [pattern: string, asked: Pick<AskedExample, 'aspect' | 'state' | 'conditions'>][] = [
  ['làm X hết bao nhiêu tiền', { aspect: 'fee', state: undefined, conditions: [] }],
  ['lệ phí X mấy đồng', { aspect: 'fee', state: undefined, conditions: [] }],
  ['X làm ở chỗ nào', { aspect: 'where', state: undefined, conditions: [] }],
  ['ra đâu để làm X', { aspect: 'where', state: undefined, conditions: [] }],
  ['tôi đánh rơi X rồi làm lại ra đâu', { aspect: 'where', state: 'lost', conditions: [] }],
  ['bị mất X thì cấp lại bao nhiêu tiền', { aspect: 'fee', state: 'lost', conditions: [] }],
  ['cháu học lớp 3 làm X bao nhiêu tiền', { aspect: 'fee', state: undefined, conditions: ['minor'] }],
  ['con nhỏ học tiểu học làm X ở chỗ nào', { aspect: 'where', state: undefined, conditions: ['minor'] }],
  ['tôi làm hộ bố X thì ra đâu', { aspect: 'where', state: undefined, conditions: ['on-behalf'] }],
  ['làm hộ con học lớp 3 X ở đâu', { aspect: 'where', state: undefined, conditions: ['minor', 'on-behalf'] }],
];
const asked: AskedExample[] = wordings.flatMap(([pattern, need]) =>
  things.map((thing, at) => ({
    ...need,
    text: pattern.replace('X', thing),
    intent: `object-${at}`,
    topic: 'invented',
  })),
);
const sample = { examples: [], titles: [], brands: [], synonyms: {} };
const { readNeed, classify } = createClassifier({ ...sample, asked });
const read = (text: string) => readNeed?.(text) ?? noNeed;
const namesIn = (text: string, atLeast: number) => {
  const { aspects, states, conditions } = read(text);
  const likely = (names: typeof aspects) =>
    names.filter(({ probability }) => probability >= atLeast).map(({ name }) => name);
  return { aspects: likely(aspects), states: likely(states), conditions: likely(conditions) };
};

describe('what a message asks of its object', () => {
  it.each([
    ['an aspect', 'làm thẻ thuyền mất bao nhiêu tiền', { aspects: ['fee'], states: [], conditions: [] }],
    ['a state', 'bị mất vé qua đò rồi ra đâu', { aspects: ['where'], states: ['lost'], conditions: [] }],
    ['a condition', 'cháu lớp 3 làm vé bao nhiêu', { aspects: ['fee'], states: [], conditions: ['minor'] }],
    [
      'an object that was never seen',
      'máy bay làm ở chỗ nào',
      { aspects: ['where'], states: [], conditions: [] },
    ],
  ])('is learned from many objects together: %s', (_, text, need) => {
    expect(namesIn(text, 0.5)).toEqual(need);
  });

  it('has both conditions of a message that tells two', () => {
    const { conditions } = read('làm hộ con học lớp 3 giấy chăn bò ở đâu');
    expect(conditions.map(({ name }) => name).sort()).toEqual(['minor', 'on-behalf']);
    for (const { probability } of conditions) expect(probability).toBeGreaterThan(0.15);
  });

  it('has the likeliest first, and no unlikely ones', () => {
    const { aspects } = read('lệ phí sổ đánh cá mấy đồng, làm ở chỗ nào');
    expect(aspects.map(({ name }) => name).sort()).toEqual(['fee', 'where']);
    const probabilities = aspects.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    for (const probability of probabilities) expect(probability).toBeGreaterThanOrEqual(0.02);
    expect(read('ra đâu để làm sổ đánh cá').aspects.map(({ name }) => name)).toEqual(['where']);
  });

  it('is nothing for a text without known words', () => {
    expect(read('')).toEqual(noNeed);
    expect(read('qwrtz zxcvb')).toEqual(noNeed);
  });

  it('teaches which object is meant, too', () => {
    expect(classify('sổ đánh cá mấy đồng')[0]).toMatchObject({ intent: 'object-2', topic: 'invented' });
  });

  it('is not read by a model that learned nothing about objects', () => {
    const examples = ['mượn xe', 'mượn xe đạp'].map((text) => ({ text, intent: 'a', topic: 't' }));
    expect(createClassifier({ ...sample, examples }).readNeed).toBeUndefined();
  });
});

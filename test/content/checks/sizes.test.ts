import { checkSizes } from '../../../src/content/checks/sizes.ts';
import { findingOf, lineIn, readSample } from '../../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';
const answer = 'Mượn ở nhà văn hóa ạ, trả trong 3 ngày.';
const answerOf = (characters: number) =>
  ({ in: topic, from: answer, to: 'a '.repeat(characters / 2) }) as const;

describe('sizes of answers', () => {
  it('are valid in the sample', () => {
    expect(checkSizes(readSample())).toEqual([]);
  });

  it.each<[string, number, 'warning' | 'error', RegExp]>([
    ['is uncomfortable to read', 620, 'warning', /^borrow-bicycle: \d+ characters, better at most 600$/],
    [
      'fills more than two small screens',
      920,
      'error',
      /^borrow-bicycle: \d+ characters, a small screen takes 900$/,
    ],
    ['Zalo would refuse', 2100, 'error', /^borrow-bicycle: \d+ characters, Zalo takes 2000$/],
  ])('finds an answer that %s', (_, characters, level, message) => {
    const change = answerOf(characters);
    expect(checkSizes(readSample(change))).toContainEqual({
      level,
      file: topic,
      line: lineIn(topic, 'answer: a a', change),
      message: expect.stringMatching(message),
    });
  });

  it('finds many short lines', () => {
    const lines = Array.from({ length: 45 }, (_, index) => `      dòng ${index}`);
    const change = { in: topic, from: answer, to: `|-\n${lines.join('\n')}` } as const;
    expect(checkSizes(readSample(change)).map(({ message }) => message)).toEqual([
      'borrow-bicycle: 51 lines on a small screen, at most 40',
    ]);
  });

  it('finds too few examples to learn from', () => {
    const change = { in: topic, from: '      - cuối tuần còn xe chứ\n', to: '' } as const;
    expect(checkSizes(readSample(change))).toEqual([
      findingOf({
        change,
        at: '- mượn xe đạp ở đâu',
        message: 'borrow-bicycle: 14 examples, at least 15 are needed',
      }),
    ]);
  });
});

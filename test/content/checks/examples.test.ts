import { checkExamples } from '../../../src/content/checks/examples.ts';
import type { Content } from '../../../src/content/read-content.ts';
import { type Change, findingOf, lineIn, readSample } from '../../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';
const inTopic = (from: string, to: string): Change => ({ in: topic, from, to });

describe('examples', () => {
  it('have no findings in the sample', () => {
    expect(checkExamples(readSample())).toEqual([]);
  });

  it('are found when made from one pattern', () => {
    const places = ['Suối Đá', 'Mưa Ngâu', 'Mây Cũ', 'Suối Sỏi', 'Mây Trắng'];
    const made = places.map((place) => `phí thuê ở ${place} là mấy`);
    expect(messagesWith([...made, ...own(10)])).toEqual([
      'borrow-bicycle: only 67 % of the examples have a pattern of their own',
      'borrow-bicycle: 5 examples from one pattern',
    ]);
  });

  it.each([
    [40, 2, []],
    [40, 3, ['borrow-bicycle: 3 examples from one pattern']],
    [60, 3, []],
    [60, 4, ['borrow-bicycle: 4 examples from one pattern']],
  ])('of %i may hold %i of one pattern: %j', (count, same, messages) => {
    const made = Array.from({ length: same }, (_, index) => `gọi số ${index} hỏi xe`);
    expect(messagesWith([...made, ...own(count - same)])).toEqual(messages);
  });

  it('are found when one intent has them twice', () => {
    const change = inTopic('- bé nhà em đi xe được không', '- Mượn xe đạp ở đâu');
    expect(checkExamples(readSample(change))).toContainEqual(
      findingOf({ change, message: 'borrow-bicycle: also an example of borrow-bicycle' }),
    );
  });

  it('are found when two intents have them, even without diacritics', () => {
    const change = inTopic('- hỏng xích trả sao đây', '- ai giu chia khoa xe?');
    expect(checkExamples(readSample(change))).toEqual([
      findingOf({ change, message: 'return-bicycle: also an example of borrow-bicycle' }),
    ]);
  });
});

describe('answers that only say where to ask', () => {
  it('may be a quarter of a topic and no more', () => {
    const change = inTopic('facts: [B02]\n    reviewBy', 'facts: [B02]\n    referral: true\n    reviewBy');
    expect(checkExamples(readSample(change))).toEqual([
      {
        level: 'error',
        file: topic,
        line: lineIn(topic, 'borrow-bicycle:'),
        message: '50 % of the answers only say where to ask, at most 25 %',
      },
    ]);
  });
});

/** Examples that clearly share no pattern. */
function own(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `việc ${'abcdefghij'[index % 10]}${'klmnopqr'[Math.floor(index / 10)]}`,
  );
}

function messagesWith(examples: string[]): string[] {
  const content: Content = readSample();
  const intent = content.topics[0]?.value.intents['borrow-bicycle'];
  if (intent === undefined) throw new Error('the sample has this intent');
  intent.examples = examples;
  return checkExamples(content).map(({ message }) => message);
}

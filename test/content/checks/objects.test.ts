import { checkContent } from '../../../src/content/checks/check-content.ts';
import { type Change, type Fault, findingOf, readSample } from '../../intents/checks/sample-content.ts';

const file = 'objects/bicycle-card.yaml';
const inObject = (from: string, to: string): Change => ({ in: file, from, to });
const day = { today: '2030-06-01', release: true };

const faults: [string, Fault][] = [
  [
    'a fee that none of its facts gives',
    {
      change: inObject('Mỗi lượt 5.000 đồng', 'Mỗi lượt 7.000 đồng'),
      message: 'bicycle-card.fee: "7000 đồng" stands in none of its facts',
    },
  ],
  [
    'a deadline that a fact of another cell gives',
    {
      change: inObject('Trả trong 3 ngày., facts: [B01]', 'Trả trong 3 ngày., facts: [B02]'),
      message: 'bicycle-card.time: "3 ngày" stands in none of its facts',
    },
  ],
  [
    'a number in common knowledge',
    {
      change: inObject('Mất thẻ thì hỏi quầy xe.', 'Mất thẻ thì nộp 9.000 đồng.'),
      message: 'bicycle-card.fee (lost): "9000 đồng" stands in none of its facts',
    },
  ],
  [
    'a text that rests on nothing',
    {
      change: inObject('first: Làm ở nhà văn hóa., facts: [B01]', 'first: Làm ở nhà văn hóa.'),
      message: 'bicycle-card.where: rests on no fact',
    },
  ],
  [
    'a page that no fact gives',
    {
      change: inObject('facts: [B02]', 'facts: [B01]'),
      message: 'bicycle-card.online: xedap.vn stands in none of its facts',
      at: 'online: {',
    },
  ],
  [
    'an unknown fact',
    {
      change: inObject('nhà văn hóa., facts: [B01]', 'nhà văn hóa., facts: [B77]'),
      message: 'bicycle-card.where: unknown fact B77',
    },
  ],
  [
    'an unknown answer of a topic',
    {
      change: inObject('borrow-bicycle: [where, fee]', 'wash-bicycle: [where, fee]'),
      message: 'bicycle-card: unknown intent wash-bicycle',
    },
  ],
  [
    'a cell that is an unknown answer',
    {
      change: inObject('how: { intent: borrow-bicycle }', 'how: { intent: wash-bicycle }'),
      message: 'bicycle-card.how: unknown intent wash-bicycle',
    },
  ],
  [
    'somebody unknown to ask',
    {
      change: inObject('knows: desk', 'knows: mayor'),
      message: 'bicycle-card: nobody named mayor in knows.yaml',
    },
  ],
  [
    'an unknown topic',
    { change: inObject('topic: bicycles', 'topic: cars'), message: 'bicycle-card: unknown topic cars' },
  ],
  [
    'an unknown parent',
    {
      change: inObject('knows: desk', 'knows: desk\nparent: car'),
      message: 'bicycle-card: unknown object car',
      at: 'parent: car',
    },
  ],
  [
    'a cell that is left out',
    {
      change: inObject('  papers: unknown\n', ''),
      message: 'bicycle-card: papers is missing; write it, or unknown, or n/a',
      at: 'where: {',
    },
  ],
  [
    'a label in place of a sentence',
    {
      change: inObject('first: Mỗi lượt 5.000 đồng.', 'first: "Lệ phí: 5.000 đồng."'),
      message: 'bicycle-card.fee: begins with a label; say it as a sentence',
    },
  ],
  [
    'steps where the question is not how',
    {
      change: inObject('first: Làm ở nhà văn hóa.,', 'first: Làm ở nhà văn hóa., steps: [Đến nơi.],'),
      message: 'bicycle-card.where: has steps; only how, fix, online, check have them',
    },
  ],
  [
    'a cell that is too long for a small screen',
    {
      change: inObject('first: Làm ở nhà văn hóa.', `first: "Làm ở đó. ${'Ở đó. '.repeat(150).trim()}"`),
      message: 'bicycle-card.where: 909 characters, a small screen takes 900',
    },
  ],
  [
    'one cell declared twice',
    {
      change: inObject('when:\n', 'when:\n  - { state: lost, say: { fee: unknown } }\n'),
      message: 'bicycle-card: bicycle-card.fee (lost) is declared twice',
      at: 'Mất thẻ thì hỏi',
    },
  ],
];

describe('the check of objects', () => {
  it('finds nothing in a valid object', () => {
    expect(checkContent(readSample(), day)).toEqual([]);
  });

  it.each(faults)('finds %s', (_, fault) => {
    expect(checkContent(readSample(fault.change), day)).toContainEqual(findingOf(fault));
  });

  it('finds forbidden phrases', () => {
    const change = inObject('Làm ở nhà văn hóa.', 'Lên ủy ban huyện.');
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['"ủy ban huyện" must not be said: không còn cấp huyện']);
  });

  it('finds a cue with two meanings', () => {
    const change: Change = { in: 'aspects.yaml', from: 'time: [bao lâu]', to: 'time: [bao lâu, ở đâu]' };
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['"ở đâu" means where and time']);
  });

  it('finds an unknown answer for all objects', () => {
    const change: Change = { in: 'aspects.yaml', from: '[return-bicycle]', to: '[lose-bicycle]' };
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['unknown intent lose-bicycle']);
  });
});

describe('a file that is no object', () => {
  it.each([
    ['an aspect that does not exist', 'papers: unknown', 'paper: unknown', /Unrecognized key: "paper"/],
    ['a word in place of a cell', 'papers: unknown', 'papers: maybe', /must be unknown, n\/a, or a text/],
    ['a cell without its answering sentence', 'first: Trả trong', 'text: Trả trong', /say\.time: first: /],
    ['five steps', 'first: Trả trong 3 ngày.,', 'first: A., steps: [a, b, c, d, e],', /at most 4 steps/],
    ['a variant of nothing', '  - state: lost\n    say:', '  - say:', /needs a state or a condition/],
  ])('is refused with file and line: %s', (_, from, to, message) => {
    expect(() => readSample(inObject(from, to))).toThrow(message);
    expect(() => readSample(inObject(from, to))).toThrow(/objects\/bicycle-card\.yaml:\d+ /);
  });
});

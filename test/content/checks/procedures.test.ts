import { checkContent } from '../../../src/content/checks/check-content.ts';
import { type Change, type Fault, findingOf, readSample } from '../../intents/checks/sample-content.ts';

const guide = 'procedures.yaml';
const inGuide = (from: string, to: string): Change => ({ in: guide, from, to });
const day = { today: '2030-06-01', release: true };

const faults: [string, Fault][] = [
  [
    'a fee that none of its facts gives',
    {
      change: inGuide('5.000 đồng một lượt', '7.000 đồng một lượt'),
      message: 'bicycle-card.fee: "7000 đồng" stands in none of its facts',
    },
  ],
  [
    'a deadline that a fact of another slot gives',
    {
      change: inGuide('text: Trả trong 3 ngày., facts: [B01]', 'text: Trả trong 3 ngày., facts: [B02]'),
      message: 'bicycle-card.time: "3 ngày" stands in none of its facts',
    },
  ],
  [
    'a figure that rests only on a fact marked C',
    {
      change: inGuide('text: Nhà văn hóa., facts: [B01]', 'text: Ở 40 nhà văn hóa., facts: [B01, C01]'),
      message: 'bicycle-card.where: "40" rests only on a fact marked C',
    },
  ],
  [
    'a phone number that no fact gives',
    {
      change: inGuide('quầy xe, 0900.111.222', 'quầy xe, 115'),
      message: 'desk: "115" stands in none of its facts',
    },
  ],
  [
    'a page that no fact gives',
    {
      change: inGuide('facts: [B02]', 'facts: [B01]'),
      message: 'bicycle-card.link: xedap.vn stands in none of its facts',
      at: 'link: {',
    },
  ],
  [
    'an amount in a name',
    {
      change: inGuide('name: làm thẻ mượn xe', 'name: làm thẻ 5.000 đồng'),
      message: 'bicycle-card: "5000 đồng" stands in none of its facts',
    },
  ],
  [
    'an unknown fact',
    {
      change: inGuide('text: Nhà văn hóa., facts: [B01]', 'text: Nhà văn hóa., facts: [B77]'),
      message: 'bicycle-card.where: unknown fact B77',
    },
  ],
  [
    'an unknown question',
    {
      change: inGuide('borrow-bicycle: [where, fee]', 'wash-bicycle: [where, fee]'),
      message: 'unknown intent wash-bicycle',
    },
  ],
  [
    'an unknown question as the way to do it',
    {
      change: inGuide('how: { intent: borrow-bicycle }', 'how: { intent: wash-bicycle }'),
      message: 'unknown intent wash-bicycle',
    },
  ],
  [
    'an unknown question for all procedures',
    {
      change: inGuide('where: [return-bicycle]', 'where: [lose-bicycle]'),
      message: 'unknown intent lose-bicycle',
    },
  ],
  [
    'an unknown office to ask',
    { change: inGuide('knows: desk', 'knows: mayor'), message: 'nobody named mayor' },
  ],
  ['an unknown topic', { change: inGuide('topic: bicycles', 'topic: cars'), message: 'unknown topic cars' }],
  [
    'a slot too long to read at one glance',
    {
      change: inGuide('text: Nhà văn hóa., facts', `text: "${'Ở đó. '.repeat(60).trim()}", facts`),
      message: 'bicycle-card.where: 359 characters, at most 330',
    },
  ],
];

const twin = `procedures:
  bicycle-pass:
    name: làm vé xe
    button: Thẻ mượn xe!
    topic: bicycles
    aliases: [vé xe]
    intents: {}
    knows: desk
    where: unknown
    how: unknown
    bring: unknown
    fee: unknown
    time: unknown
    who: unknown
    link: unknown
`;

describe('the check of the procedure guide', () => {
  it('finds nothing in a valid guide', () => {
    expect(checkContent(readSample(), day)).toEqual([]);
  });

  it.each(faults)('finds %s', (_, fault) => {
    expect(checkContent(readSample(fault.change), day)).toContainEqual(findingOf(fault));
  });

  it('finds two procedures on one button', () => {
    const change = inGuide('procedures:\n', twin);
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['the same button title as bicycle-pass']);
  });

  it('finds forbidden phrases', () => {
    const change = inGuide('Nhà văn hóa.', 'Lên ủy ban huyện.');
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['"ủy ban huyện" must not be said: không còn cấp huyện']);
  });
});

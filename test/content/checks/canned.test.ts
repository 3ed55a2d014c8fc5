import { checkContent } from '../../../src/content/checks/check-content.ts';
import { type Change, type Fault, findingOf, readSample } from '../../intents/checks/sample-content.ts';

const canned = 'canned.yaml';
const inCanned = (from: string, to: string): Change => ({ in: canned, from, to });
const day = { today: '2030-06-01', release: true };
const bringBack = 'id: bring-back';
const coming = 'id: coming';

const faults: [string, Fault][] = [
  [
    'a deadline that none of its facts gives',
    {
      change: inCanned('Trả xe trong 3 ngày', 'Trả xe trong 5 ngày'),
      message: 'bring-back: "5 ngày" stands in none of its facts',
      at: bringBack,
    },
  ],
  [
    'a number without a fact',
    {
      change: inCanned('sẽ qua {{village}} ạ.', 'sẽ qua trong 3 ngày ạ.'),
      message: 'coming: "3 ngày" stands in none of its facts',
      at: coming,
    },
  ],
  [
    'an unknown fact',
    { change: inCanned('[B01]', '[B01, B77]'), message: 'bring-back: unknown fact B77', at: bringBack },
  ],
  [
    'an unknown topic',
    { change: inCanned('bicycles:', 'cars:'), message: 'bring-back: unknown topic cars', at: bringBack },
  ],
  [
    'a value that is never filled in',
    {
      change: inCanned('{{village}}', '{{mayor}}'),
      message: 'coming: {{mayor}} is none of: team, commune, village, office, number',
      at: coming,
    },
  ],
];

describe('canned replies', () => {
  it('pass as they are', () => {
    expect(checkContent(readSample(), day)).toEqual([]);
  });

  it.each(faults)('are rejected with %s', (_what, fault) => {
    expect(checkContent(readSample(fault.change), day)).toEqual([findingOf(fault)]);
  });

  it('have a unique id', () => {
    const change = inCanned('id: bring-back', 'id: coming');
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toEqual(['coming: the id is used twice']);
  });

  it('ask for no secret', () => {
    const change = inCanned('{{team}} sẽ qua {{village}} ạ.', 'Gửi mã OTP vào đây ạ.');
    const messages = checkContent(readSample(change), day).map(({ message }) => message);
    expect(messages).toContain('coming: asks for a code, password, card or ID photo');
  });
});

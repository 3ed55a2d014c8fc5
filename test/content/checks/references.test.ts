import { checkReferences } from '../../../src/content/checks/references.ts';
import { type Change, type Fault, findingOf, readSample } from '../../intents/checks/sample-content.ts';

const topic = 'topics/bicycles.yaml';
const inTopic = (from: string, to: string): Change => ({ in: topic, from, to });

const faults: [string, Fault][] = [
  [
    'an unknown fact',
    {
      change: inTopic('facts: [B01, B02]', 'facts: [B01, B99]'),
      message: 'borrow-bicycle: unknown fact B99',
    },
  ],
  [
    'an unknown next question',
    {
      change: inTopic('followups: [return-bicycle]', 'followups: [wash-bicycle]'),
      message: 'borrow-bicycle: unknown intent wash-bicycle',
    },
  ],
  [
    'a next question that is the same one',
    {
      change: inTopic('followups: [return-bicycle]', 'followups: [borrow-bicycle]'),
      message: 'borrow-bicycle: leads to itself',
    },
  ],
  [
    'a button that leads to an unknown question',
    {
      change: inTopic('url: https://xedap.vn/gio', 'intent: wash-bicycle'),
      message: 'return-bicycle: unknown intent wash-bicycle',
      at: '- title: Giờ mở cửa',
    },
  ],
  [
    'a button beside the line about who helps instead that leads nowhere',
    {
      change: { in: 'instead.yaml', from: 'ask: [return-bicycle]', to: 'ask: [row-boat]' },
      message: 'outside-boats: unknown intent row-boat',
    },
  ],
  [
    'an unknown area',
    {
      change: inTopic('    hardLimit: true', '    audience: [xa-khac]\n    hardLimit: true'),
      message: 'borrow-bicycle: unknown area xa-khac',
    },
  ],
  [
    'two questions under one button title',
    {
      change: inTopic('button: Trả xe', 'button: Mượn ở đâu!'),
      message: `return-bicycle: the same button title as in ${topic} (borrow-bicycle)`,
      at: 'title: Trả xe thế nào?',
    },
  ],
  [
    'a help line whose fact gives another number',
    {
      change: { in: 'local.yaml', from: 'call: "0900.111.222"', to: 'call: "0900.333.444"' },
      message: 'fact B01 does not give 0900.333.444',
      at: '0900.333.444',
    },
  ],
];

describe('references in the content', () => {
  it('have targets in the sample', () => {
    expect(checkReferences(readSample())).toEqual([]);
  });

  it.each(faults)('finds %s', (_, fault) => {
    expect(checkReferences(readSample(fault.change))).toEqual([findingOf(fault)]);
  });

  it('finds the same intent in two topics', () => {
    const content = readSample();
    const [first] = content.topics;
    if (first === undefined) throw new Error('the sample has a topic');
    const second = { ...first, file: 'topics/other.yaml', value: { ...first.value, topic: 'other' } };
    const said = checkReferences({ ...content, topics: [first, second] });
    expect(said.map(({ file, message }) => `${file} ${message}`)).toEqual([
      `topics/other.yaml borrow-bicycle: this intent also stands in ${topic} (borrow-bicycle)`,
      `topics/other.yaml return-bicycle: this intent also stands in ${topic} (return-bicycle)`,
    ]);
  });

  it('finds more buttons than Zalo shows', () => {
    const more = ['wash', 'paint', 'ring', 'sell'].map(
      (name) => `      - { title: ${name}, intent: return-bicycle }`,
    );
    const changed = inTopic(
      '    followups: [return-bicycle]',
      `    buttons:\n${more.join('\n')}\n    followups: [return-bicycle, return-bicycle]`,
    );
    expect(checkReferences(readSample(changed)).map(({ message }) => message)).toEqual([
      'borrow-bicycle: 6 buttons, Zalo shows 5',
    ]);
  });
});

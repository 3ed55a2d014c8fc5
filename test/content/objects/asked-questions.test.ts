import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAskedQuestions } from '../../../src/content/objects/asked-questions.ts';
import { parseHeading } from '../../../src/content/schema/asked.ts';
import { createTopicDirectory } from '../../../src/content/topic-directory.ts';
import { type Change, lineIn, writeSample } from '../../intents/checks/sample-content.ts';

const file = 'asked/bicycle-card.yaml';

describe('a heading', () => {
  it.each([
    ['fee', { aspect: 'fee', state: undefined, conditions: [] }],
    ['fix rejected', { aspect: 'fix', state: 'rejected', conditions: [] }],
    ['papers @minor', { aspect: 'papers', state: undefined, conditions: ['minor'] }],
    [
      'fix rejected @elder @on-behalf',
      { aspect: 'fix', state: 'rejected', conditions: ['elder', 'on-behalf'] },
    ],
    ['who @on-behalf lost', { aspect: 'who', state: 'lost', conditions: ['on-behalf'] }],
    ['on-behalf', { aspect: 'on-behalf', state: undefined, conditions: [] }],
  ])('is an aspect with at most one state and any conditions: %s', (text, read) => {
    expect(parseHeading(text)).toEqual(read);
  });

  it.each([
    ['nothing', ''],
    ['no aspect', '@minor'],
    ['an unknown aspect', 'price'],
    ['the aspect not at the beginning', 'lost fee'],
    ['an unknown state', 'fee gone'],
    ['two states', 'fee lost expired'],
    ['an unknown condition', 'fee @sleepy'],
    ['a condition without its sign', 'fee minor'],
    ['a state with the sign of a condition', 'fee @lost'],
    ['two aspects', 'fee time'],
    ['two spaces', 'fee  lost'],
  ])('is refused with %s', (_, text) => {
    expect(parseHeading(text)).toBeUndefined();
  });
});

describe('what residents ask', () => {
  it('is an example of the object, with what it asks', () => {
    expect(read().find(({ text }) => text.startsWith('làm thẻ cho cháu'))).toEqual({
      text: 'làm thẻ cho cháu 10 tuổi cần gì',
      intent: 'object-bicycle-card',
      topic: 'bicycles',
      aspect: 'papers',
      state: undefined,
      conditions: ['minor'],
    });
  });

  it('is an example of the answer of a topic where the cell is one', () => {
    expect(read().filter(({ intent }) => intent === 'borrow-bicycle')).toMatchObject([
      { aspect: 'how', topic: 'bicycles' },
      { aspect: 'how', topic: 'bicycles' },
    ]);
  });

  it('is an example of the cell for its state', () => {
    const change: Change = {
      in: 'objects/bicycle-card.yaml',
      from: '{ first: Mất thẻ thì hỏi quầy xe., general: true }',
      to: '{ intent: return-bicycle }',
    };
    const intentOf = (first: string) => read(change).find(({ text }) => text.startsWith(first))?.intent;
    expect(intentOf('rơi thẻ')).toBe('return-bicycle');
    expect(intentOf('thẻ xe hết')).toBe('object-bicycle-card');
  });

  it('teaches nothing in a file without its object', () => {
    const readWithBoat = (folder: string) => {
      writeFileSync(join(folder, 'asked', 'boat.yaml'), 'fee:\n  - thuyền mấy tiền\n');
      return readFrom(folder);
    };
    expect(withSample([], readWithBoat).map(({ text }) => text)).not.toContain('thuyền mấy tiền');
  });

  it('is refused under a heading that is not in the grid, with the line of its messages', () => {
    const change: Change = { in: file, from: 'fee lost:', to: 'fee stolen:' };
    const line = lineIn(file, 'rơi thẻ', change);
    expect(() => read(change)).toThrow(
      new RegExp(`asked/bicycle-card\\.yaml:${line} fee stolen: must be an aspect`),
    );
  });

  it('is refused under a heading without messages', () => {
    const change: Change = { in: file, from: 'time:\n', to: 'hours: []\ntime:\n' };
    expect(() => read(change)).toThrow(/asked\/bicycle-card\.yaml:\d+ hours: /);
  });
});

const read = (...changes: Change[]) => withSample(changes, readFrom);

const readFrom = (folder: string) => readAskedQuestions(folder, createTopicDirectory(folder));

function withSample<Result>(changes: Change[], use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'asked-'));
  try {
    writeSample(folder, ...changes);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

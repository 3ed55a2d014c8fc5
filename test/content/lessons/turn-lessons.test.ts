import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTurnLessons } from '../../../src/content/lessons/turn-lessons.ts';
import { parseTurnHeading } from '../../../src/content/schema/turns.ts';

const folder = mkdtempSync(join(tmpdir(), 'turns-'));
afterAll(() => rmSync(folder, { recursive: true }));

const objects = [{ name: 'giấy khai sinh', names: ['khai sinh'] }];
const write = (text: string) => writeFileSync(join(folder, 'turns.yaml'), text);

describe('what is learned of later turns', () => {
  it('is nothing without the file', () => {
    expect(readTurnLessons(join(folder, 'none'), objects, [])).toBeUndefined();
  });

  it('has each message under what it does and tells, beside the first questions that name an object', () => {
    write('examples:\n  follow-up papers @minor:\n    - mang gì ạ\n  inform:\n    - em ở xa\n');
    expect(readTurnLessons(folder, objects, ['lam khai sinh o dau', 'ra đâu'])).toEqual({
      later: [
        { text: 'mang gì ạ', act: 'follow-up', aspect: 'papers', state: undefined, conditions: ['minor'] },
        { text: 'em ở xa', act: 'inform', aspect: undefined, state: undefined, conditions: [] },
      ],
      first: ['lam khai sinh o dau'],
    });
  });

  it('names the file and the line of a heading that is not in the grid', () => {
    write('examples:\n  shrug:\n    - ờ\n');
    expect(() => readTurnLessons(folder, objects, [])).toThrow(/turns\.yaml:\d+ .*must be an act/);
  });
});

test.each([
  ['follow-up', { act: 'follow-up', aspect: undefined, state: undefined, conditions: [] }],
  ['correct fix lost @elder', { act: 'correct', aspect: 'fix', state: 'lost', conditions: ['elder'] }],
  ['inform overdue', { act: 'inform', aspect: undefined, state: 'overdue', conditions: [] }],
  ['inform fix fee', undefined],
  ['papers', undefined],
])('the heading "%s" is read', (heading, parsed) => {
  expect(parseTurnHeading(heading)).toEqual(parsed);
});

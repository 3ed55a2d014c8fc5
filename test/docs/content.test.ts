import { readFileSync } from 'node:fs';
import { aspectsFile } from '../../src/content/schema/aspects.ts';
import { localFile } from '../../src/content/schema/local.ts';
import { objectFile, toldCell } from '../../src/content/schema/object.ts';
import { factsFile, topicFile, topicIntent } from '../../src/content/schema/topic.ts';

const page = readFileSync(new URL('../../docs/content.md', import.meta.url), 'utf8');

/** Names in the first column of the table under a heading. */
function namedUnder(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

describe('docs/content.md', () => {
  it.each([
    ['Một chủ đề', topicFile.shape],
    ['Một câu hỏi', topicIntent.shape],
    ['Một vật', objectFile.shape],
    ['Một ô', toldCell.shape],
    ['Người dân hỏi thế nào', aspectsFile.shape],
    ['Một sự việc', factsFile.valueType.shape],
    ['Những gì chỉ đúng ở nơi này', localFile.shape],
  ])('explains under "%s" each part that the file may have, and no other', (heading, shape) => {
    expect(new Set(namedUnder(heading))).toEqual(new Set(Object.keys(shape)));
  });
});

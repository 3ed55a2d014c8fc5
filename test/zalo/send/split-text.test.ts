import fc from 'fast-check';
import { splitText } from '../../../src/zalo/send/split-text.ts';

test('a short text stays one part, in NFC', () => {
  expect(splitText('  tiê\u0301ng Viê\u0323t \n')).toEqual(['tiếng Việt']);
  expect(splitText(' \n ')).toEqual([]);
});

test('decomposed text of 2,000 letters is one part, because NFC counts', () => {
  expect(splitText('e\u0302\u0301'.repeat(2000))).toEqual(['ế'.repeat(2000)]);
});

test.each([
  [
    'a paragraph',
    'one two.\nthree four.\n\nfive six seven eight',
    ['one two.\nthree four.', 'five six seven eight'],
  ],
  ['a line', 'one two. three\nfour five six seven eight', ['one two. three', 'four five six seven', 'eight']],
  ['a sentence', 'one two three. four five six', ['one two three.', 'four five six']],
  ['a word', 'one two three four five six', ['one two three four', 'five six']],
])('splits at the border of %s where possible', (_title, text, parts) => {
  expect(splitText(text, 20)).toEqual(parts);
});

test('does not leave a tiny part for the sake of a better border', () => {
  expect(splitText('a\n\nbbbb bbbb bbbb bbbb bbbb', 20)).toEqual(['a\n\nbbbb bbbb bbbb', 'bbbb bbbb']);
});

test('a text without borders is cut at the limit, never inside a surrogate pair', () => {
  expect(splitText('x'.repeat(2001)).map((part) => part.length)).toEqual([2000, 1]);
  const parts = splitText(`x${'👍'.repeat(1500)}`);
  expect(parts.map((part) => part.length)).toEqual([1999, 1002]);
  expect(parts.join('')).toBe(`x${'👍'.repeat(1500)}`);
});

test('no part is empty or too long, and no letter is lost', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('\n', '\n\n', '. ', ' '),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const parts = splitText(text, 50);
      for (const part of parts) {
        expect(part.length).toBeGreaterThan(0);
        expect(part.length).toBeLessThanOrEqual(50);
        expect(part).not.toMatch(/\p{Surrogate}/u);
      }
      const bare = (value: string) => value.replace(/\s/g, '');
      expect(bare(parts.join(''))).toBe(bare(text.normalize('NFC')));
    }),
    { numRuns: 300, seed: 7 },
  );
});

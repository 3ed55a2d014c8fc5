import { isNumeric, type Word } from './read-words.ts';
import type { WrittenNumber } from './written-number.ts';

/** What people put between the groups of one number. */
const joiner = /^(?:[ .]?[-–—._·•][ .]?| {1,3})$/;
/** Longer than any group: a number of its own, which only a dot or a dash could lengthen. */
const longGroup = 9;

/** Numbers in digits, with their groups put together: "482 913", "48-29-13", "4.8.2.9". */
export function readNumbers(folded: string, words: readonly Word[]): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isNumeric(words[at] as Word)) continue;
    const first = at;
    while (continues(folded, words[at] as Word, words[at + 1])) at++;
    const last = at - (endsWithCount(folded, words, first, at) ? 1 : 0);
    const groups = words.slice(first, last + 1).map(({ text }) => text);
    numbers.push({
      first,
      last,
      start: (words[first] as Word).start,
      end: (words[last] as Word).end,
      digits: groups.join(''),
      spoken: false,
      single: groups.length > 2 && groups.every((group) => group.length === 1),
    });
  }
  return numbers;
}

function continues(folded: string, word: Word, next: Word | undefined): boolean {
  if (next === undefined || !isNumeric(next)) return false;
  const gap = folded.slice(word.end, next.start);
  const isLong = word.text.length > longGroup || next.text.length > longGroup;
  return gap.length <= 3 && joiner.test(gap) && !(isLong && gap.trim() === '');
}

/** "482913 2 lần": the last group counts what follows. */
function endsWithCount(folded: string, words: readonly Word[], first: number, last: number): boolean {
  const group = words[last] as Word;
  const before = words[last - 1];
  if (before === undefined || last === first || before.text.length < 3 || group.text.length > 2) return false;
  return folded[before.end] === ' ' && unitAfter(folded, group.end, group.text);
}

/** Behind a number of any length they make it a sum or a measure. */
const money =
  /^[ .]?(?:d|dong|vnd|vnđ|k|nghin|ngan(?! hang)|trieu|tr|ty|ti|usd|%|m2|met|km|kg|kwh|kw|mah|gb|mb)(?![a-z])/;
/** Behind a short or a round one they count something: of 482913 there is no count. */
const counts =
  'giay phut p gio h ngay thang nam tuoi lan nguoi khau ky_tu ki_tu chu_so chu so m cm mm ki lit kv v g cuoc trang tin phieu thuoc ha buoi tiet thon xom day days times minute minutes hour hours digit digits';
const counted = new RegExp(`^[ .]?(?:${counts.replaceAll(' ', '|').replaceAll('_', ' ')})(?![a-z])`);
const longestCount = 3;

/**
 * True for the number in "50.000 đồng", "5 phút", "8 ký tự".
 * @param digits of the number, 0 to 9 each
 */
export function unitAfter(folded: string, end: number, digits: string): boolean {
  const behind = folded.slice(end, end + 10);
  const isCount = digits.length <= longestCount || digits.endsWith('00');
  return money.test(behind) || (isCount && counted.test(behind));
}

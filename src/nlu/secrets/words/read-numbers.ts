import { isNumeric, type Word } from './read-words.ts';
import type { WrittenNumber } from './written-number.ts';

/** Separators between the groups of a number. */
const joiner = /^(?:[ .]?[-–—._·•][ .]?| {1,3})$/;
/** Longer than any group, so a number by itself; only a dot or a dash joins more digits to it. */
const longGroup = 9;

/** Finds numbers in digits and joins their groups: "482 913", "48-29-13", "4.8.2.9". */
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
  if (word.text.length === 1 && /(?<![a-z])lan $/.test(folded.slice(Math.max(0, word.start - 4), word.start)))
    return false;
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

/** After a number of any length they make it an amount or a measure. */
const money =
  /^[ .]?(?:d|dong|vnd|vnđ|k|nghin|ngan(?! hang)|trieu|tr|ty|ti|usd|%|m2|met|km|kg|kwh|kw|mah|gb|mb(?! ?bank)|so(?= ?(?:$|[,.?!]|dien|nuoc)))(?![a-z])/;
/** After a short or round number they count something; nothing is counted 482913 times. */
const counts =
  'giay phut p gio h ngay thang nam tuoi lan nguoi khau ky_tu ki_tu chu_so chu so m cm mm ki lit kv v g cuoc trang tin phieu thuoc ha buoi tiet thon xom day days times minute minutes hour hours digit digits';
const counted = new RegExp(`^[ .]?(?:${counts.replaceAll(' ', '|').replaceAll('_', ' ')})(?![a-z])`);
const longestCount = 3;
/** "382064 k dc": behind a longer number and a blank this is "không". */
const longestThousands = 4;
const negation = /^ k(?![a-z])/;

/**
 * Whether a number has a unit: "50.000 đồng", "5 phút", "8 ký tự".
 * @param digits of the number, each 0 to 9
 */
export function unitAfter(folded: string, end: number, digits: string): boolean {
  const behind = folded.slice(end, end + 10);
  if (digits.length > longestThousands && negation.test(behind)) return false;
  const isCount = digits.length <= longestCount || digits.endsWith('00');
  return money.test(behind) || (isCount && counted.test(behind));
}

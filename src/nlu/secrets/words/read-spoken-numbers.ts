import type { Word } from './read-words.ts';
import type { WrittenNumber } from './written-number.ts';

const digitOf = new Map<string, string>(
  (
    [
      ['0', 'khong linh le zero oh'],
      ['1', 'mot one'],
      ['2', 'hai two'],
      ['3', 'ba three'],
      ['4', 'bon tu four'],
      ['5', 'nam lam nham five'],
      ['6', 'sau six'],
      ['7', 'bay bẩy seven'],
      ['8', 'tam eight'],
      ['9', 'chin nine'],
    ] as const
  ).flatMap(([digit, words]) => words.split(' ').map((word): [string, string] => [word, digit])),
);
/** "hai chục", "bốn mươi lăm": they count as places of their own, whose digits nobody needs. */
const tens = new Set(['chuc', 'muoi', 'mươi', 'tram']);
const gapInside = /^[ ,.-]{1,3}$/;
/** Fewer are how people count: "hai ba lần". */
const minWords = 3;

/** Numbers read out word by word: "bốn tám hai, chín một bảy". */
export function readSpokenNumbers(folded: string, words: readonly Word[]): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!digitOf.has((words[at] as Word).text)) continue;
    const first = at;
    while (continues(folded, words, at)) at++;
    if (at - first + 1 < minWords) continue;
    const inside = words.slice(first, at + 1);
    numbers.push({
      first,
      last: at,
      start: (words[first] as Word).start,
      end: (words[at] as Word).end,
      digits: inside.map(({ text }) => digitOf.get(text) ?? '').join(''),
      spoken: true,
      single: !inside.some(({ text }) => tens.has(text)),
    });
  }
  return numbers;
}

function continues(folded: string, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || !(digitOf.has(next.text) || tens.has(next.text))) return false;
  const gap = folded.slice((words[at] as Word).end, next.start);
  return gap.length <= 3 && gapInside.test(gap);
}

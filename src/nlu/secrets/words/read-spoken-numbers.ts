import { digitOf, markDigitWords, tens } from './digit-words.ts';
import type { Word } from './read-words.ts';
import type { WrittenNumber } from './written-number.ts';

const maxGap = 5;
const gapInside = /^[ ,.…-]{1,5}$/;
/** Fewer words are a count: "hai ba lần". */
const minWords = 3;

interface SpokenText {
  /** In NFC. */
  written: string;
  folded: string;
  words: readonly Word[];
}

/** Finds numbers read out word by word: "bốn tám hai, chín một bảy". */
export function readSpokenNumbers({ written, folded, words }: SpokenText): WrittenNumber[] {
  const isPart = markDigitWords(written, words);
  const continues = (at: number) => isPart[at + 1] === true && gapInside.test(gapAfter(folded, words, at));
  const numbers: WrittenNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    if (isPart[at] !== true || tens.has((words[at] as Word).text)) continue;
    const first = at;
    while (continues(at)) at++;
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

function gapAfter(folded: string, words: readonly Word[], at: number): string {
  return folded.slice((words[at] as Word).end, (words[at + 1] as Word).start).slice(0, maxGap + 1);
}

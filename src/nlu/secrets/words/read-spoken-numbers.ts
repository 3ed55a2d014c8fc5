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
      ['7', 'bay seven'],
      ['8', 'tam eight'],
      ['9', 'chin nine'],
    ] as const
  ).flatMap(([digit, words]) => words.split(' ').map((word): [string, string] => [word, digit])),
);
/** "hai chục", "bốn mươi lăm": counted as places; their digits are not needed. */
const tens = new Set(['chuc', 'muoi', 'tram']);
const maxGap = 5;
const withMarks = new Set(
  'không lẻ một mốt bốn tư năm lăm nhăm sáu bảy bẩy tám chín chục mươi mười trăm'.split(' '),
);
const withoutMarks = new Set(['hai', 'ba', 'linh']);
const gapInside = /^[ ,.…-]{1,5}$/;
/** Fewer words are a count: "hai ba lần". */
const minWords = 3;

interface SpokenText {
  /** In NFC. With diacritics a word is unambiguous: "bọn" is not "bốn". */
  written: string;
  folded: string;
  words: readonly Word[];
}

/** Finds numbers read out word by word: "bốn tám hai, chín một bảy". */
export function readSpokenNumbers({ written, folded, words }: SpokenText): WrittenNumber[] {
  const isMarked = words.some((word) => withMarks.has(asWritten(written, word)));
  const isPart = words.map((word) => isDigitWord(written, word, isMarked));
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

/** @param isMarked whether the text writes digit words with diacritics: then "bay" is not "bảy" */
function isDigitWord(written: string, word: Word, isMarked: boolean): boolean {
  if (!digitOf.has(word.text) && !tens.has(word.text)) return false;
  const form = asWritten(written, word);
  return withMarks.has(form) || (form === word.text && (!isMarked || withoutMarks.has(form)));
}

function asWritten(written: string, { start, end }: Word): string {
  return written.slice(start, end).toLowerCase();
}

function gapAfter(folded: string, words: readonly Word[], at: number): string {
  return folded.slice((words[at] as Word).end, (words[at + 1] as Word).start).slice(0, maxGap + 1);
}

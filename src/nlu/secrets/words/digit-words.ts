import type { Word } from './read-words.ts';

/** The digit that a folded word names. */
export const digitOf: ReadonlyMap<string, string> = new Map(
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
/** "hai chục", "bốn mươi lăm": places of digits. */
export const tens: ReadonlySet<string> = new Set(['chuc', 'muoi', 'tram']);
const withMarks = new Set(
  'không lẻ một mốt bốn tư năm lăm nhăm sáu bảy bẩy tám chín chục mươi mười trăm'.split(' '),
);
const withoutMarks = new Set(['hai', 'ba', 'linh']);

const beforeYear = new Set(['sinh', 'hang']);
const afterYear = new Set('nay ngoái ngoai trước truoc kia học hoc'.split(' '));

/**
 * For each word whether it names a digit or a place of one. In a text that writes any of them with diacritics
 * the others need theirs: "bay" is not "bảy", "bọn" is not "bốn".
 * @param written the text in NFC
 */
export function markDigitWords(written: string, words: readonly Word[]): boolean[] {
  const isMarked = words.some((word) => withMarks.has(asWritten(written, word)));
  return words.map((word, at) => {
    if (!digitOf.has(word.text) && !tens.has(word.text)) return false;
    if (word.text === 'nam' && isYear(words[at - 1], nextWritten(written, words[at + 1]))) return false;
    const form = asWritten(written, word);
    return withMarks.has(form) || (form === word.text && (!isMarked || withoutMarks.has(form)));
  });
}

const forms: ReadonlySet<string> = new Set([...digitOf.keys(), ...tens, ...withMarks]);

/** Whether a lower-case word, with or without its diacritics, may name a digit or a place of one. */
export function isDigitForm(word: string): boolean {
  return forms.has(word);
}

/** "Năm nay", "sinh năm": a year and no five. */
function isYear(before: Word | undefined, next: string): boolean {
  return beforeYear.has(before?.text ?? '') || afterYear.has(next);
}

function nextWritten(written: string, next: Word | undefined): string {
  return next === undefined ? '' : asWritten(written, next);
}

function asWritten(written: string, { start, end }: Word): string {
  return written.slice(start, end).toLowerCase();
}

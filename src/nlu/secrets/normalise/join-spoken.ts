import { digitOf, markDigitWords, tens } from '../words/digit-words.ts';
import { isNumeric, readWords, type Word } from '../words/read-words.ts';
import type { Edit } from './edits.ts';

const gapInside = /^[\s,.…-]{1,4}$/;
const longestGroup = 4;
/** From so many digits on, words in a row are a number of a phone, a person, a card or an account. */
const minLong = 9;
/** Below, figures must be among them: "bốn 8 hai 9 một 3". */
const minMixed = 4;
const minWords = 2;
/** "O Sáu 0905 118 442": the words before a whole phone are a name. */
const phone = /^0[35789]\d{8}$/;

/**
 * Writes long numbers told in words as figures ("không chín một hai …"), and those in words and figures. Short
 * ones in words alone stay: what they are depends on the words around them.
 */
export function joinSpoken(folded: string, written: string): Edit[] {
  const words = readWords(folded);
  const isDigit = markDigitWords(written, words);
  const isPart = words.map(
    (word, at) =>
      isDigit[at] === true ||
      (isNumeric(word) && word.text.length <= longestGroup) ||
      /^[oô]$/i.test(written.slice(word.start, word.end)),
  );
  const edits: Edit[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!isPart[first]) continue;
    let last = first;
    while (isPart[last + 1] && gapInside.test(gapAfter(folded, words, last))) last++;
    const inside = words.slice(first, last + 1);
    const by = figuresOf(inside, written);
    if (isNumber(inside, by))
      edits.push({ start: (words[first] as Word).start, end: (words[last] as Word).end, by });
    first = last;
  }
  return edits;
}

function isNumber(inside: readonly Word[], figures: string): boolean {
  const spoken = inside.filter((word) => !isNumeric(word)).length;
  if (spoken < minWords) return false;
  const inFigures = inside.filter(isNumeric).map(({ text }) => text);
  if (phone.test(inFigures.join(''))) return false;
  if (figures.length >= minLong) return true;
  const isSingle = inside.every((word) => (isNumeric(word) ? word.text.length === 1 : !tens.has(word.text)));
  return spoken < inside.length && isSingle && figures.length >= minMixed;
}

function figuresOf(inside: readonly Word[], written: string): string {
  return inside.map((word, at) => (isNumeric(word) ? word.text : figureOf(inside, at, written))).join('');
}

/** "bốn mươi lăm" is 45, "bốn mươi" 40, "mười hai" 12, "ba trăm bốn lăm" 345; "o" is 0. */
function figureOf(inside: readonly Word[], at: number, written: string): string {
  const { text, start, end } = inside[at] as Word;
  const digit = text === 'o' ? '0' : digitOf.get(text);
  if (digit !== undefined) return digit;
  if (text === 'tram') return '';
  const isTen =
    written.slice(start, end).toLowerCase() === 'mười' || !digitOf.has(inside[at - 1]?.text ?? '');
  return `${isTen ? '1' : ''}${digitOf.has(inside[at + 1]?.text ?? '') ? '' : '0'}`;
}

function gapAfter(folded: string, words: readonly Word[], at: number): string {
  return folded.slice((words[at] as Word).end, (words[at + 1] as Word).start).slice(0, longestGroup + 1);
}

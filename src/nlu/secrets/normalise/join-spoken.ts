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
/** A phone or a citizen. */
const whole = /^0(?:[35789]\d{8}|(?:0[1-9]|[1-8]\d|9[0-6])\d{9})$/;
const counting = /^ (?:chu )?so(?![a-z])/;
const maxCounting = 8;
const maxCountWords = 2;
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
    if (last - first + 1 < minWords) {
      first = last;
      continue;
    }
    const { inside, by } = withoutCount(words.slice(first, last + 1), written, folded);
    if (isNumber(inside, by))
      edits.push({ start: (inside[0] as Word).start, end: (inside.at(-1) as Word).end, by });
    first = last;
  }
  return edits;
}

interface Spoken {
  inside: readonly Word[];
  /** Its figures. */
  by: string;
}

/** Leaves out a word behind that counts the digits, "… mười số", or asks: "… không cháu". */
function withoutCount(inside: readonly Word[], written: string, folded: string): Spoken {
  const by = figuresOf(inside, written);
  const last = inside.at(-1) as Word;
  const isCounted = counting.test(folded.slice(last.end, last.end + maxCounting));
  for (let count = 1; count <= maxCountWords && inside.length - count >= minWords; count++) {
    const rest = inside.slice(0, -count);
    const figures = figuresOf(rest, written);
    const isCount = isCounted && Number(figuresOf(inside.slice(-count), written)) === figures.length;
    const isQuestion = count === 1 && last.text === 'khong' && whole.test(figures) && !whole.test(by);
    if (isCount || isQuestion) return { inside: rest, by: figures };
  }
  return { inside, by };
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

/** "bốn mươi lăm" is 45, "bốn mươi" and "bốn mươi không" begin with 40, "mười hai" 12, "ba trăm bốn lăm" 345; "o" is 0. */
function figureOf(inside: readonly Word[], at: number, written: string): string {
  const { text, start, end } = inside[at] as Word;
  const digit = text === 'o' ? '0' : digitOf.get(text);
  if (digit !== undefined) return digit;
  const next = inside[at + 1]?.text ?? '';
  if (text === 'tram') return digitOf.has(next) || tens.has(next) ? '' : '00';
  const isTen =
    written.slice(start, end).toLowerCase() === 'mười' || !digitOf.has(inside[at - 1]?.text ?? '');
  return `${isTen ? '1' : ''}${digitOf.has(next) && digitOf.get(next) !== '0' ? '' : '0'}`;
}

function gapAfter(folded: string, words: readonly Word[], at: number): string {
  return folded.slice((words[at] as Word).end, (words[at + 1] as Word).start).slice(0, longestGroup + 1);
}

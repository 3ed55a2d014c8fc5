import { fixKeystrokes } from '../text/raw-keystrokes.ts';
import type { Span } from '../text/span.ts';
import { banks } from './tables/banks.ts';
import { type NumberName, numberNames } from './tables/number-names.ts';
import { otherNumbers } from './tables/other-numbers.ts';
import { markHalves } from './words/mark-halves.ts';
import { createPhraseFinder, type FoundPhrase } from './words/phrase-finder.ts';
import { readNumbers } from './words/read-numbers.ts';
import { readSpokenNumbers } from './words/read-spoken-numbers.ts';
import { isNumeric, readWords, type Word } from './words/read-words.ts';
import type { WrittenNumber } from './words/written-number.ts';

export type NameLabel = Exclude<NumberName, 'neutral'> | 'bank' | 'other';

/** A text with everything that the detectors need from it. */
export interface ReadText {
  /** The original, in NFC. */
  written: string;
  /** The same, folded in place. */
  folded: string;
  /** Written without any diacritics. */
  isBare: boolean;
  words: Word[];
  numbers: WrittenNumber[];
  /** Words that name a number, in order of appearance. */
  names: FoundPhrase<NameLabel>[];
  /** What the names name, once each, in order of appearance. */
  labels: ReadonlySet<NameLabel>;
}

const findNames = createPhraseFinder<NameLabel | 'neutral'>({
  ...numberNames,
  bank: banks,
  other: otherNumbers,
});

/**
 * @param folded `written`, folded in place
 * @param original what stands in the resident's text behind a span
 */
export function readText(written: string, folded: string, original: (span: Span) => string): ReadText {
  const words = readWords(folded);
  const numbers = markHalves(
    folded,
    [...readNumbers(folded, words), ...readSpokenNumbers({ written, folded, words })].sort(
      (a, b) => a.first - b.first,
    ),
  ).map((number) => ({ ...number, isSaid: !/\d/.test(original(number)) }));
  const names = findNames(words.map((word) => asMeant(written, word))).filter(
    (name): name is FoundPhrase<NameLabel> => name.label !== 'neutral',
  );
  const labels = new Set(names.map(({ label }) => label));
  return { written, folded, isBare: written.toLowerCase() === folded, words, numbers, names, labels };
}

/**
 * Words that name a secret only with these diacritics, or with none: "mã" is a code, "mà" and "má" are not.
 */
const marked: Record<string, string> = {
  ma: 'mã',
  the: 'thẻ',
  loi: 'lỗi',
  do: '',
  lo: 'lô',

  dau: 'đầu',
  duoi: 'đuôi',
};

const ranks = new Set('hai ba bon sau tam'.split(' '));
const personBefore =
  /(?:[Ôô]ng|[Bb]à|[Cc]hú|[Bb]ác|[Aa]nh|[Cc]hị|[Cc]ô|[Dd]ì|[Cc]ậu|[Mm]ợ|[Oo]ng|[Cc]hu|[Bb]ac|[Cc]hi) \p{Lu}$/u;

function asMeant(written: string, word: Word): Word {
  if (isPerson(written, word)) return { ...word, text: written.slice(word.start, word.end) };
  const meant = marked[word.text];
  if (meant === undefined) return fixed(word);
  const asWritten = written.slice(word.start, word.end).toLowerCase();
  return asWritten === word.text || asWritten === meant ? word : { ...word, text: asWritten };
}

/** "Ông Tám": no digit. */
function isPerson(written: string, { text, start }: Word): boolean {
  return ranks.has(text) && personBefore.test(written.slice(Math.max(0, start - 5), start + 1));
}

/** Repairs raw keystrokes: "maatj khaaur". */
function fixed(word: Word): Word {
  const text = isNumeric(word) ? word.text : fixKeystrokes(word.text);
  return text === word.text ? word : { ...word, text };
}

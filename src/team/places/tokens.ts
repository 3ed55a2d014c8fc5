import { foldText } from '../../nlu/text/fold-text.ts';

/** One word of a text, split so that marks can be compared one by one. */
export interface Syllable {
  /** Lower case without marks, final `y` after a consonant as `i`: "Mỹ", "Mĩ" and "my" are all "mi". */
  plain: string;
  /** With the marks of the letters (đ, ă, â, ê, ô, ơ, ư) but no tone. */
  letters: string;
  /** The tone as its combining character; empty without one. Independent of its position in the word. */
  tone: string;
}

export interface WrittenWord extends Syllable {
  start: number;
  end: number;
  /** First letter upper case, the rest lower case. */
  isTitle: boolean;
  /** Only spaces or a hyphen separate it from the previous word. */
  goesOn: boolean;
}

/** How well a typed word matches a known one; smaller is better. */
export type Fit = 0 | 1 | 2 | 3;
export const sameMarks: Fit = 0;
/** Some or all marks are missing; none contradicts. */
const marksLeftOut: Fit = 1;
/** Hỏi for ngã or the other way round, which many people do not distinguish. */
export const hoiForNga: Fit = 2;
export const otherMarks: Fit = 3;

const wordPattern = /\p{N}+|\p{L}[\p{L}\p{M}\p{Cf}]*/gu;
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/;
const hoi = '\u0309';
const nga = '\u0303';
const spacing = /^[\s\p{Cf}\p{Pd}]*$/u;
const finalY = /^(qu|[bcdđghklmnpqrstvx]+)y$/;
/** Words past this limit are not searched for places. */
const maxWords = 500;

/** Cache: several readers split the same message and the same few names. */
const remembered = new Map<string, readonly WrittenWord[]>();
const rememberAtMost = 16;

/** The words of a text in order; digits are words of their own. Positions refer to the original text. */
export function readWords(text: string): readonly WrittenWord[] {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= rememberAtMost) remembered.clear();
  const words = wordsOf(text);
  remembered.set(text, words);
  return words;
}

function wordsOf(text: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    if (words.length === maxWords) break;
    const start = match.index;
    const word = match[0];
    const read = readWord(word);
    if (read.plain === '') continue;
    const last = words.at(-1);
    words.push({
      ...read,
      start,
      end: start + word.length,
      goesOn: last !== undefined && spacing.test(text.slice(last.end, start)),
    });
  }
  return words;
}

type ReadWord = Syllable & Pick<WrittenWord, 'isTitle'>;

/** Cache: people reuse a few thousand words. */
const knownWords = new Map<string, ReadWord>();
const maxKnown = 5_000;

function readWord(word: string): ReadWord {
  const known = knownWords.get(word);
  if (known) return known;
  if (knownWords.size >= maxKnown) knownWords.clear();
  const read = { ...toSyllable(word, foldText(word)), isTitle: isTitleCase(word) };
  knownWords.set(word, read);
  return read;
}

function toSyllable(word: string, plain: string): Syllable {
  let tone = '';
  let letters = '';
  for (const part of word.normalize('NFD').toLowerCase()) {
    if (toneMarks.test(part)) tone = part;
    else if (!/\p{Cf}/u.test(part)) letters += part;
  }
  return {
    plain: plain.replace(finalY, '$1i'),
    letters: letters.normalize('NFC').replace(finalY, '$1i'),
    tone,
  };
}

function isTitleCase(word: string): boolean {
  const composed = word.normalize('NFC');
  const first = composed.charAt(0);
  return first !== first.toLowerCase() && composed.slice(1) === composed.slice(1).toLowerCase();
}

/** How well the typed word matches a known one with the same plain letters. */
function fitOf(typed: Syllable, known: Syllable): Fit {
  if (typed.letters.length !== known.letters.length) return marksLeftOut;
  let worst: Fit = sameMarks;
  for (let at = 0; at < known.letters.length; at++) {
    const letter = typed.letters[at] as string;
    if (letter === known.letters[at]) continue;
    if (letter !== typed.plain[at]) return otherMarks;
    worst = marksLeftOut;
  }
  if (typed.tone === known.tone) return worst;
  if (typed.tone === '') return marksLeftOut;
  const isSwapped = (typed.tone === hoi && known.tone === nga) || (typed.tone === nga && known.tone === hoi);
  return isSwapped ? hoiForNga : otherMarks;
}

/** The worst fit of several words; undefined when two words contradict, because it is no longer the same name. */
export function fitOfAll(typed: readonly Syllable[], known: readonly Syllable[]): Fit | undefined {
  let worst: Fit = sameMarks;
  let contradicting = 0;
  for (const [at, word] of known.entries()) {
    const fit = fitOf(typed[at] as Syllable, word);
    if (fit === otherMarks) contradicting += 1;
    if (fit > worst) worst = fit;
  }
  return contradicting > 1 ? undefined : worst;
}

import { fixKeystrokes } from '../../text/raw-keystrokes.ts';
import type { Span } from '../../text/span.ts';
import type { ReadText } from '../read-text.ts';
import { appNames } from '../tables/app-names.ts';
import { littleWords } from '../tables/little-words.ts';
import { isNumeric, type Word } from '../words/read-words.ts';

const sentenceEnd = /[.!?;]\s|\n/;
/** The end of a sentence between a name and a number counts as this many words. */
const endCounts = 2;
const saying = /[:=]|(?<![a-z])(?:la|is|was)(?![a-z])/;

/** The text between two words, given by their indexes. */
export function between({ folded, words }: ReadText, left: number, right: number): string {
  return folded.slice((words[left] as Word).end, (words[right] as Word).start);
}

/** Whether "là", a colon or "=" is between the words. */
export function saysSo(text: ReadText, left: number, right: number): boolean {
  return saying.test(between(text, left, right));
}

/** The number of meaningful words between two words; the end of a sentence counts too. */
export function wordsBetween(text: ReadText, left: number, right: number): number {
  let count = sentenceEnd.test(between(text, left, right)) ? endCounts : 0;
  const aside = asideOf(text, left, right);
  for (let at = left + 1; at < right; at++) {
    const word = text.words[at] as Word;
    if (aside !== undefined && word.start > aside.start && word.end < aside.end) continue;
    if (!isNumeric(word) && !saysNothing(word.text)) count++;
  }
  return count;
}

/** Words in brackets between a name and its number. */
function asideOf(text: ReadText, left: number, right: number): Span | undefined {
  const from = (text.words[left] as Word).end;
  const inside = between(text, left, right);
  const open = inside.indexOf('(');
  const close = inside.indexOf(')', open);
  return open < 0 || close < 0 ? undefined : { start: from + open, end: from + close + 1 };
}

/** Whether the words are neighbours in one sentence. */
export function isNextTo(text: ReadText, left: number, right: number): boolean {
  return right - left === 1 && !sentenceEnd.test(between(text, left, right));
}

function saysNothing(word: string): boolean {
  return littleWords.has(word) || appNames.has(word) || littleWords.has(fixKeystrokes(word));
}

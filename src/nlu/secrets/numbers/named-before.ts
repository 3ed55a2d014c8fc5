import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import { digitOf } from '../words/digit-words.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import { isNumeric } from '../words/read-words.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { saysSo, wordsBetween } from './distance.ts';
import { kindOfHalf } from './half-of-code.ts';
import { explains } from './is-other-number.ts';
import { hasLength, nameRules } from './name-rules.ts';
import { isDoubtful, isYear, looksLikeSum } from './number-looks.ts';
import { isOfAnotherThing, otherBefore } from './other-before.ts';

/** Maximum distance of a name, in names and in words. */
const maxNames = 6;
const maxWords = 24;
/** Six digits, or single digits, may be further away from the name of a code. */
const notFar = 2;
const codeLength = 6;
/** "… là" directly before a number extends the distance to its name by this many words. */
const saidReach = 3;
/** No date has more digits: "hết hạn năm 2028, số 4123…". */
const longestDated = 8;
const longestAge = 3;
const dateWords = new Set(['nam', 'thang', 'ngay', 'sinh', 'tuoi']);
const yearNames: ReadonlySet<NameLabel> = new Set(['otp', 'pin', 'passcode']);
const secretNames: ReadonlySet<NameLabel> = new Set(['otp', 'pin', 'passcode', 'password']);
const openers: ReadonlySet<NameLabel> = new Set(['pin', 'passcode', 'password']);
const opened = new Set('dt may the ket app sim'.split(' '));
/** "Mã đăng ký là 9087": one more word. */
const codeReach = 1;

/**
 * The kind according to the words before a number; the nearest matching name wins.
 * @param end index of the first name that is not before the number
 * @returns `other` if the words explain it as harmless
 */
export function namedBefore(
  text: ReadText,
  number: WrittenNumber,
  end: number,
): SecretKind | 'other' | undefined {
  const word = text.words[number.first - 1];
  const nearest = text.names[end - 1];
  const isNamed = nearest !== undefined && nearest.label !== 'other' && isNamedBy(text, nearest, number);
  if (word !== undefined && !isNamed && explains(text, word, number)) return 'other';
  for (let at = end - 1; at >= Math.max(0, end - maxNames); at--) {
    const name = text.names[at] as FoundPhrase<NameLabel>;
    if (number.first - name.last > maxWords) return undefined;
    const distance = wordsBetween(text, name.last, number.first);
    if (name.label === 'other') {
      if (isOfNumberBefore(text, name)) continue;
      if (isTooLongFor(text.words[name.last]?.text ?? '', number)) continue;
      const other = otherBefore(text, number, at);
      if (other !== undefined) return other;
      continue;
    }
    if (name.label === 'code' && isOfAnotherThing(text, at, number)) return 'other';
    if (distance > 0 && looksLikeSum(text, number)) continue;
    if (isDoubtful(number) && !isCertain(text, { name, number, distance })) continue;
    const reach = reachOf(name.label, number) + saidReachOf(text, name, number);
    if (distance <= reach && hasLength(name.label, number)) {
      return name.label === 'half' ? kindOfHalf(text, at, number) : nameRules[name.label].kind;
    }
  }
  return undefined;
}

/** The number stands behind its name, or behind one word for what it opens: "pass dt 1102". */
function isNamedBy(
  text: ReadText,
  { label, last }: FoundPhrase<NameLabel>,
  { first }: WrittenNumber,
): boolean {
  const isOpener = openers.has(label) && opened.has(text.words[last + 1]?.text ?? '');
  return last === first - 1 || (last === first - 2 && isOpener);
}

/** "038 là mã tỉnh, còn sau đó …" */
function isOfNumberBefore({ words }: ReadText, { first }: FoundPhrase<NameLabel>): boolean {
  if (words[first - 1]?.text !== 'la') return false;
  const [before, last] = words.slice(Math.max(0, first - 3), first - 1);
  if (last === undefined) return before !== undefined && isNumeric(before);
  // A single word may be no digit: "ba" is also a father.
  return isNumeric(last) || (digitOf.has(last.text) && digitOf.has(before?.text ?? ''));
}

/** "Hết hạn năm 2028, số 4123…", "năm sinh với tuổi là 195866" */
function isTooLongFor(word: string, { digits }: WrittenNumber): boolean {
  return (
    (word === 'tuoi' && digits.length > longestAge) || (dateWords.has(word) && digits.length > longestDated)
  );
}

interface Named {
  name: FoundPhrase<NameLabel>;
  number: WrittenNumber;
  distance: number;
}

/**
 * A year or a round number is a code only if the text says so; a year also directly after the name of a code.
 */
function isCertain(text: ReadText, { name, number, distance }: Named): boolean {
  if (distance > 0) return false;
  const isNear = number.first - name.last <= 2 || isNoBattery(text, name, number);
  const isNamedYear = isYear(number) && yearNames.has(name.label) && isNear;
  return isNamedYear || saysSo(text, name.last, number.first);
}

/** "Mã pin", or "pin thẻ của ông nội 1950" with the name of a card in between. */
function isNoBattery(
  { names }: ReadText,
  { label, first: begin, last }: FoundPhrase<NameLabel>,
  { first }: WrittenNumber,
): boolean {
  if (label !== 'pin') return false;
  return last > begin || names.some((one) => one.label === 'card' && one.first > last && one.last < first);
}

function saidReachOf(text: ReadText, { label }: FoundPhrase<NameLabel>, { first }: WrittenNumber): number {
  if (text.words[first - 1]?.text !== 'la') return 0;
  if (label === 'code') return codeReach;
  return secretNames.has(label) ? saidReach : 0;
}

function reachOf(label: Exclude<NameLabel, 'other'>, { digits, single }: WrittenNumber): number {
  const { before } = nameRules[label];
  return digits.length === codeLength || single ? Math.max(before, notFar) : before;
}

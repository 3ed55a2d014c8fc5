import type { SecretKind } from '../../../message.ts';
import { fixKeystrokes } from '../../text/raw-keystrokes.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { SecretSpan } from '../secret-span.ts';
import { appNames } from '../tables/app-names.ts';
import { littleWords } from '../tables/little-words.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import { isNumeric, type Word } from '../words/read-words.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { explains, isOtherNumber } from './is-other-number.ts';
import { type NameRule, nameRules } from './name-number.ts';

/** No name is looked for further away than this, in names and in words. */
const maxNames = 6;
const maxWords = 24;
const year = /^(?:19|20)\d\d$/;
const roundThousand = /^[1-9]000$/;
const saysSo = /[:=]|(?<![a-z])(?:la|is|was)(?![a-z])/;
const sentenceEnd = /[.!?;]\s|\n/;
/** A sentence that ends between a name and a number parts them like this many words. */
const endCounts = 2;
/** A name of something else this near explains the number. */
const nearby = 1;
/** Six digits, or digits one by one, are a code from further away. */
const notFar = 2;
const codeLength = 6;
const halfCode = 3;
const minAccount = 10;
const identityLength = 12;
const longestAccount = 16;
/** The digits on the back of a card, and how many words behind its number they may stand. */
const securityCode = 3;
const nearCard = 7;
/** "… là" right before a number ties it to its name over this many more words. */
const saidReach = 3;
/** An answer has no more words around its number. */
const maxCourtesy = 6;
const turningWords = new Set('dat doi go nhap xai dung bam ma otp doc gui hien'.split(' '));
const yearNames: ReadonlySet<NameLabel> = new Set(['otp', 'pin', 'passcode']);
const secretNames: ReadonlySet<NameLabel> = new Set(['otp', 'pin', 'passcode', 'password']);
const codeNames: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'half']);

/** Numbers that the words around them call secret; and six digits that nothing explains, as codes are passed on. */
export function detectNamedNumbers(text: ReadText): SecretSpan[] {
  let passed = 0;
  let lastCard = Number.NEGATIVE_INFINITY;
  return text.numbers.flatMap((number) => {
    while (passed < text.names.length && (text.names[passed] as FoundPhrase<NameLabel>).last < number.first)
      passed++;
    if (isOtherNumber(text, number) && !isAccountInThousands(text, number, passed)) return [];
    const isBehindCard = number.first - lastCard <= nearCard && number.digits.length === securityCode;
    if (isCardNumber(number)) lastCard = number.last;
    if (isBehindCard) return [{ kind: 'card', start: number.start, end: number.end }];
    const kind = kindOf(text, number, passed);
    return kind === undefined ? [] : [{ kind, start: number.start, end: number.end }];
  });
}

function isCardNumber({ digits, spoken }: WrittenNumber): boolean {
  return !spoken && (digits.length === 16 || /^9704\d{11,15}$/.test(digits));
}

/** "Tài khoản VPBank 241.889.017": no sum, right behind the bank. */
function isAccountInThousands({ names }: ReadText, { first, digits }: WrittenNumber, at: number): boolean {
  const before = names[at - 1];
  const isBank = before?.label === 'bank' || before?.label === 'account';
  return isBank && before.last === first - 1 && digits.length === 9 && !digits.endsWith('000');
}

/** @param at the first name that does not stand before the number */
function kindOf(text: ReadText, number: WrittenNumber, at: number): SecretKind | undefined {
  if (/^9704\d{11,15}$/.test(number.digits)) return 'card';
  const before = namedBefore(text, number, at);
  if (before !== undefined && before !== 'other') return before;
  const after = namedAfter(text, number, {
    names: text.names.slice(at, at + 2),
    mustBeSaid: before === 'other',
  });
  if (after !== undefined && after !== 'other') return after;
  return before === 'other' || after === 'other' ? undefined : unexplained(text, number);
}

function namedBefore(text: ReadText, number: WrittenNumber, end: number): SecretKind | 'other' | undefined {
  const word = text.words[number.first - 1];
  const nearest = text.names[end - 1];
  const isNamed = nearest !== undefined && nearest.last === number.first - 1 && nearest.label !== 'other';
  if (word !== undefined && !isNamed && explains(text, word, number)) return 'other';
  for (let at = end - 1; at >= Math.max(0, end - maxNames); at--) {
    const name = text.names[at] as FoundPhrase<NameLabel>;
    if (number.first - name.last > maxWords) return undefined;
    const distance = wordsBetween(text, name.last, number.first);
    if (name.label === 'other') {
      const opened = secretOpening(text, at);
      if (opened !== undefined && hasLength(opened, number)) return nameRules[opened].kind;
      if (number.spoken && number.first - name.last > 1) continue;
      if (distance + turnsBetween(text, name.last, number.first) > nearby) continue;
      if (number.first - name.last > 1 && isSaidOfCode(text, at)) continue;
      return 'other';
    }
    if (name.label === 'code' && isOfAnotherThing(text, at, number)) return 'other';
    if (distance > 0 && looksLikeSum(text, number)) continue;
    if (isDoubtful(number) && !isCertain(text, { name, number, distance })) continue;
    const reach = reachOf(name.label, number) + (isSaidAtOnce(text, name, number) ? saidReach : 0);
    if (distance <= reach && hasLength(name.label, number)) {
      return name.label === 'half' ? kindOfHalf(text, at, number) : nameRules[name.label].kind;
    }
  }
  return undefined;
}

interface Named {
  name: FoundPhrase<NameLabel>;
  number: WrittenNumber;
  distance: number;
}

/** A year or a round number is a code only where it is said to be; a year also right behind the name of one. */
function isCertain(text: ReadText, { name, number, distance }: Named): boolean {
  if (distance > 0) return false;
  const isYear = year.test(number.digits) && yearNames.has(name.label) && number.first - name.last <= 2;
  return isYear || saysSo.test(between(text, name.last, number.first));
}

function isSaidAtOnce(text: ReadText, { label }: FoundPhrase<NameLabel>, { first }: WrittenNumber): boolean {
  return secretNames.has(label) && text.words[first - 1]?.text === 'la';
}

function namedAfter(
  text: ReadText,
  number: WrittenNumber,
  { names, mustBeSaid }: { names: FoundPhrase<NameLabel>[]; mustBeSaid: boolean },
): SecretKind | 'other' | undefined {
  for (const name of names) {
    if (name.first <= number.last) continue;
    if (name.first - number.last > maxWords) return undefined;
    const distance = wordsBetween(text, number.last, name.first);
    if (name.label === 'other') return isNextTo(text, number.last, name.first) ? 'other' : undefined;
    const { kind, after, digits }: NameRule = nameRules[name.label];
    const isLoose = mustBeSaid && name.label !== 'bank';
    if ((isLoose || isDoubtful(number)) && !saysSo.test(between(text, number.last, name.first))) continue;
    if (distance <= after && isWithin(number.digits.length, digits)) return kind;
  }
  return undefined;
}

/** "Mật khẩu điện thoại", "pin là năm sinh": what a secret opens, or is made of. */
function secretOpening(text: ReadText, at: number): 'password' | 'pin' | 'passcode' | undefined {
  const before = text.names[at - 1];
  if (before === undefined || !isOpening(before.label)) return undefined;
  const { first } = text.names[at] as FoundPhrase<NameLabel>;
  const isSaid =
    saysSo.test(between(text, before.last, first)) && wordsBetween(text, before.last, first) === 0;
  return isSaid || first - before.last === 1 ? before.label : undefined;
}

function isOpening(label: NameLabel): label is 'password' | 'pin' | 'passcode' {
  return label === 'password' || label === 'pin' || label === 'passcode';
}

/** "Passcode là ngày cưới …": what a code was made of. */
function isSaidOfCode(text: ReadText, at: number): boolean {
  const before = text.names[at - 1];
  if (before === undefined || !codeNames.has(before.label)) return false;
  return saysSo.test(between(text, before.last, (text.names[at] as FoundPhrase<NameLabel>).first));
}

/** Where a new thought begins between a name and a number: "trùng ngày sinh, tôi đặt 170891". */
function turnsBetween(text: ReadText, left: number, right: number): number {
  const verbs = text.words.slice(left + 1, right).filter((word) => turningWords.has(word.text)).length;
  return verbs + (between(text, left, right).includes(',') ? 1 : 0);
}

/** "lỗi mã 1001", "báo mã 9999", "kho bạc mã 0061": a code of what stands before. */
function isOfAnotherThing({ names, words }: ReadText, at: number, { digits }: WrittenNumber): boolean {
  const { first } = names[at] as FoundPhrase<NameLabel>;
  if (words[first]?.text !== 'ma') return false;
  if (words[first - 1]?.text === 'bao' && digits.length < codeLength) return true;
  const before = names[at - 1];
  if (before === undefined || first - before.last !== 1) return false;
  return before.label === 'other' || before.label === 'account';
}

/** Four digits that may as well be a year or a sum. */
function isDoubtful({ digits }: WrittenNumber): boolean {
  return year.test(digits) || roundThousand.test(digits);
}

function reachOf(label: Exclude<NameLabel, 'other'>, { digits, single }: WrittenNumber): number {
  const { before } = nameRules[label];
  return digits.length === codeLength || single ? Math.max(before, notFar) : before;
}

function hasLength(label: Exclude<NameLabel, 'other'>, { digits, single, spoken }: WrittenNumber): boolean {
  const isPart = digits.length === 3 && single && (spoken || codeNames.has(label));
  return (isPart && codeNames.has(label)) || isWithin(digits.length, nameRules[label].digits);
}

function isWithin(length: number, [min, max]: readonly [number, number]): boolean {
  return length >= min && length <= max;
}

/** The half of what was named before it: "cccd em là đầu 001 đuôi 188002734". */
function kindOfHalf(text: ReadText, at: number, { digits }: WrittenNumber): SecretKind | undefined {
  const { first, last } = text.names[at] as FoundPhrase<NameLabel>;
  for (let before = at - 1; before >= Math.max(0, at - maxNames); before--) {
    const { label, last: end } = text.names[before] as FoundPhrase<NameLabel>;
    if (label === 'other' || label === 'half' || !(label === 'identity' || codeNames.has(label))) continue;
    const isLoose =
      first === last && (wordsBetween(text, end, first) > 0 || between(text, end, first).includes(','));
    return isLoose ? undefined : nameRules[label].kind;
  }
  const isHalf = text.words[first]?.text === 'nua' && digits.length === halfCode;
  return isHalf || last - first === 2 ? 'otp' : undefined;
}

function unexplained(text: ReadText, number: WrittenNumber): SecretKind | undefined {
  const { digits, spoken, single } = number;
  if (digits.length === codeLength && (!spoken || single)) {
    return !looksLikeSum(text, number) || isAlone(text, number) ? 'otp' : undefined;
  }
  if (
    spoken ||
    number.first !== number.last ||
    digits.length < minAccount ||
    digits.length === identityLength
  )
    return undefined;
  // So long a number in one piece is hardly anything else, and masking one costs nobody an answer.
  const isLong = digits.length > identityLength && digits.length <= longestAccount;
  return isLong || isAlone(text, number) ? 'bank-account' : undefined;
}

/** "195.443" may be a code or a count. */
function looksLikeSum({ folded }: ReadText, { start, end }: WrittenNumber): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(folded.slice(start, end));
}

/** Nothing but courtesy around it, as in an answer. */
function isAlone({ words }: ReadText, { first, last }: WrittenNumber): boolean {
  if (words.length > last - first + maxCourtesy) return false;
  return words.every((word, at) => (at >= first && at <= last) || littleWords.has(word.text));
}

function isNextTo(text: ReadText, left: number, right: number): boolean {
  return right - left === 1 && !sentenceEnd.test(between(text, left, right));
}

function between({ folded, words }: ReadText, left: number, right: number): string {
  return folded.slice((words[left] as Word).end, (words[right] as Word).start);
}

/** How many words of their own stand between two words; the end of a sentence counts too. */
function wordsBetween(text: ReadText, left: number, right: number): number {
  let count = sentenceEnd.test(between(text, left, right)) ? endCounts : 0;
  for (let at = left + 1; at < right; at++) {
    const word = text.words[at] as Word;
    if (!isNumeric(word) && !saysNothing(word.text)) count++;
  }
  return count;
}

function saysNothing(word: string): boolean {
  return littleWords.has(word) || appNames.has(word) || littleWords.has(fixKeystrokes(word));
}

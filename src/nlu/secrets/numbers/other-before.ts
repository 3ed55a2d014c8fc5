import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { between, saysSo, wordsBetween } from './distance.ts';
import { hasLength, nameRules } from './name-rules.ts';

/** A name of something else this near explains the number. */
const nearby = 1;
const codeLength = 6;
const turningWords = new Set('dat doi go nhap xai dung bam ma otp doc gui hien'.split(' '));
const codeNames: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'half']);

/**
 * What the name of something harmless in front of a number makes of it.
 * @param at that name among the names of the text
 * @returns `other` where it explains the number, a kind where it only says what a secret opens or is made of
 */
export function otherBefore(
  text: ReadText,
  number: WrittenNumber,
  at: number,
): SecretKind | 'other' | undefined {
  const { last } = text.names[at] as FoundPhrase<NameLabel>;
  const opened = secretOpening(text, at);
  if (opened !== undefined && hasLength(opened, number)) return nameRules[opened].kind;
  const isFurther = number.first - last > 1;
  if (isFurther && (number.spoken || isSaidOfCode(text, at))) return undefined;
  const distance = wordsBetween(text, last, number.first) + turnsBetween(text, last, number.first);
  return distance > nearby ? undefined : 'other';
}

/** "lỗi mã 1001", "báo mã 9999", "kho bạc mã 0061": a code of what stands before. */
export function isOfAnotherThing({ names, words }: ReadText, at: number, { digits }: WrittenNumber): boolean {
  const { first } = names[at] as FoundPhrase<NameLabel>;
  if (words[first]?.text !== 'ma') return false;
  if (words[first - 1]?.text === 'bao' && digits.length < codeLength) return true;
  const before = names[at - 1];
  if (before === undefined || first - before.last !== 1) return false;
  return before.label === 'other' || before.label === 'account';
}

/** "Mật khẩu điện thoại", "pin là năm sinh": what a secret opens, or is made of. */
function secretOpening(text: ReadText, at: number): 'password' | 'pin' | 'passcode' | undefined {
  const before = text.names[at - 1];
  if (before === undefined || !isOpening(before.label)) return undefined;
  const { first } = text.names[at] as FoundPhrase<NameLabel>;
  const isSaid = saysSo(text, before.last, first) && wordsBetween(text, before.last, first) === 0;
  return isSaid || first - before.last === 1 ? before.label : undefined;
}

function isOpening(label: NameLabel): label is 'password' | 'pin' | 'passcode' {
  return label === 'password' || label === 'pin' || label === 'passcode';
}

/** "Passcode là ngày cưới …": what a code was made of. */
function isSaidOfCode(text: ReadText, at: number): boolean {
  const before = text.names[at - 1];
  if (before === undefined || !codeNames.has(before.label)) return false;
  return saysSo(text, before.last, (text.names[at] as FoundPhrase<NameLabel>).first);
}

/** Where a new thought begins between a name and a number: "trùng ngày sinh, tôi đặt 170891". */
function turnsBetween(text: ReadText, left: number, right: number): number {
  const verbs = text.words.slice(left + 1, right).filter((word) => turningWords.has(word.text)).length;
  return verbs + (between(text, left, right).includes(',') ? 1 : 0);
}

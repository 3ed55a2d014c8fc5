import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { between, saysSo, wordsBetween } from './distance.ts';
import { hasLength, nameRules } from './name-rules.ts';

/** Maximum distance in words of another name that explains the number. */
const nearby = 1;
const codeLength = 6;
/** Last words of "hồ sơ", "phiếu hẹn", …, and how many words further on "mã" is still theirs. */
/** "Passcode trùng ngày sinh 200388": the code itself. */
const birthWords = new Set(['sinh', 'cuoi', 'gio']);
/** "Passcode á, tôi để ngày cưới 200511" */
const taking = new Set('de dat lay xai dung theo nhap go bam la'.split(' '));
/** "Mật mã mở điện thoại" */
const openingWords = new Set(['mo', 'vao', 'cua', 'khoa', 'cai']);
const yearLength = 4;
const papers = new Set('so nhan hen phieu don'.split(' '));
const nearPaper = 5;
const turningWords = new Set('dat doi go nhap xai dung bam ma otp doc gui hien xin hoi keu'.split(' '));
/** "Gọi hỏi số 882144": the caller asks for it. */
const askingWords = new Set(['xin', 'hoi', 'keu', 'doi']);
const codeNames: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'half']);

/**
 * Reads the name of something harmless before a number.
 * @param at index of that name among the names of the text
 * @returns `other` if it explains the number; a kind if it only says what the secret opens or consists of
 */
export function otherBefore(
  text: ReadText,
  number: WrittenNumber,
  at: number,
): SecretKind | 'other' | undefined {
  const { last } = text.names[at] as FoundPhrase<NameLabel>;
  const opened = secretOpening(text, at, number.digits.length);
  if (opened !== undefined && hasLength(opened, number)) return nameRules[opened].kind;
  const isFurther = number.first - last > 1;
  if (isFurther && (number.spoken || isSaidOfCode(text, at))) return undefined;
  const distance = wordsBetween(text, last, number.first) + turnsBetween(text, last, number.first);
  return distance > nearby ? undefined : 'other';
}

/** "lỗi mã 1001", "báo mã 9999", "kho bạc mã 0061": a code of the thing named before. */
export function isOfAnotherThing({ names, words }: ReadText, at: number, { digits }: WrittenNumber): boolean {
  const { first } = names[at] as FoundPhrase<NameLabel>;
  if (words[first]?.text !== 'ma') return false;
  if (words[first - 1]?.text === 'bao' && digits.length < codeLength) return true;
  const before = names[at - 1];
  if (before === undefined) return false;
  const isOfPaper = digits.length < codeLength && papers.has(words[before.last]?.text ?? '');
  if (isOfPaper && before.label === 'other' && first - before.last <= nearPaper) return true;
  if (first - before.last !== 1) return false;
  return before.label === 'other' || before.label === 'account';
}

type Opening = 'password' | 'pin' | 'passcode' | 'otp' | 'code';

/** "Mật khẩu điện thoại", "pin là năm sinh": what a secret opens, or what it consists of. */
function secretOpening(text: ReadText, at: number, digits: number): Opening | undefined {
  let from = at - 1;
  while (text.names[from]?.label === 'account' || text.names[from]?.label === 'bank') from--;
  const before = text.names[from];
  if (before === undefined || !isOpening(before.label)) return undefined;
  const { first, last } = text.names[at] as FoundPhrase<NameLabel>;
  const isBirthday = birthWords.has(text.words[last]?.text ?? '');
  const isTaken = isBirthday && taking.has(text.words[first - 1]?.text ?? '');
  if (!isTaken && between(text, before.last, first).includes(',')) return undefined;
  if (isTaken || (isBirthday && digits !== yearLength && isOpened(before.label))) return before.label;
  if (!isOpened(before.label)) return undefined;
  const isSaid = saysSo(text, before.last, first) && wordsBetween(text, before.last, first) === 0;
  const isOpenedBy = text.words
    .slice(before.last + 1, first)
    .every(({ text: word }) => openingWords.has(word));
  return isSaid || isOpenedBy ? before.label : undefined;
}

function isOpening(label: NameLabel): label is Opening {
  return isOpened(label) || label === 'otp' || label === 'code';
}

/** It opens something: "mật khẩu điện thoại". */
function isOpened(label: NameLabel): boolean {
  return label === 'password' || label === 'pin' || label === 'passcode';
}

/** "Passcode là ngày cưới …": what a code is derived from. */
function isSaidOfCode(text: ReadText, at: number): boolean {
  let from = at - 1;
  while (isOfNoCode(text.names[from]?.label)) from--;
  const before = text.names[from];
  if (before === undefined || !codeNames.has(before.label)) return false;
  return saysSo(text, before.last, (text.names[at] as FoundPhrase<NameLabel>).first);
}

function isOfNoCode(label: NameLabel | undefined): boolean {
  return label === 'other' || label === 'bank' || label === 'account';
}

/** Counts signs of a new clause between a name and a number: "trùng ngày sinh, tôi đặt 170891". */
function turnsBetween(text: ReadText, left: number, right: number): number {
  const inside = text.words.slice(left + 1, right);
  const verbs = inside.filter((word) => turningWords.has(word.text)).length;
  const asks = inside.some((word) => askingWords.has(word.text)) ? nearby : 0;
  return verbs + asks + (between(text, left, right).includes(',') ? 1 : 0);
}

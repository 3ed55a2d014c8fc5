import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { SecretSpan } from '../secret-span.ts';
import type { FoundPhrase } from '../words/phrase-finder.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { byVerb } from './by-verb.ts';
import { dictated } from './dictated.ts';
import { isOtherNumber } from './is-other-number.ts';
import { mentioned } from './mentioned.ts';
import { namedAfter } from './named-after.ts';
import { namedBefore } from './named-before.ts';
import { ofNamedPaper, ofPaper, type Paper, papersIn } from './of-paper.ts';
import { toldSo } from './told-so.ts';
import { unexplained } from './unexplained.ts';

/** Digits on the back of a card, and the maximum distance in words from the card number. */
const securityCode = 3;
const nearCard = 7;
/** Digits of a corrected code, and the maximum length in characters of the words of a correction. */
const minCorrected = 4;
const maxCorrection = 40;
/** "3 số đầu 038 là mã tỉnh" */
const ofProvince = /^ (?:la|thi la|co phai la) (?:ma |so )?(?:cua )?(?:tinh|vung|huyen|thanh pho)(?![a-z])/;
const correction =
  /^[\s,.;…-]{0,4}(?:a |o |ay |y |thoi )?(?:khong(?: phai)?|nham|lon|lo|sai|quen|sua lai|doc lai|go lai)(?![a-z])[^\d]*$/;

/**
 * Finds numbers that the words around them call secret, and unexplained numbers of six digits, because most
 * codes have six.
 */
export function detectNamedNumbers(text: ReadText): SecretSpan[] {
  const papers = papersIn(text);
  let passed = 0;
  let last: SecretSpan | undefined;
  let lastOther: WrittenNumber | undefined;
  let lastCard = Number.NEGATIVE_INFINITY;
  // "Công tơ chỉ 048291 mà giấy ghi 047310": the second number is of the same thing.
  const otherLengths = new Set<number>();
  return text.numbers.flatMap((number) => {
    while (passed < text.names.length && (text.names[passed] as FoundPhrase<NameLabel>).last < number.first)
      passed++;
    if (isOtherNumber(text, number) && !isAccountInThousands(text, number, passed)) return [];
    const isBehindCard = number.first - lastCard <= nearCard && number.digits.length === securityCode;
    if (isCardNumber(number)) lastCard = number.last;
    if (isBehindCard) return [{ kind: 'card', start: number.start, end: number.end }];
    const named = namedKind(text, number, passed);
    if (named === 'other') {
      if (!namesSecret(text)) otherLengths.add(number.digits.length);
      lastOther = number;
      return [];
    }
    const kind =
      named ??
      corrected(text, number, last) ??
      (otherLengths.has(number.digits.length) || isAlternative(text, number, lastOther)
        ? undefined
        : ownKind(text, number, { papers, passed }));
    if (kind === undefined) return [];
    last = { kind, start: number.start, end: number.end };
    return [last];
  });
}

function isCardNumber({ digits, spoken }: WrittenNumber): boolean {
  return !spoken && (digits.length === 16 || /^9704\d{11,15}$/.test(digits));
}

/** "Tài khoản VPBank 241.889.017": directly after the bank, this is an account and not an amount. */
function isAccountInThousands({ names }: ReadText, { first, digits }: WrittenNumber, at: number): boolean {
  const before = names[at - 1];
  const isBank = before?.label === 'bank' || before?.label === 'account';
  return isBank && before.last === first - 1 && digits.length === 9 && !digits.endsWith('000');
}

/** "… à nhầm, 4471": what a resident corrects a secret to is a secret of the same kind. */
function corrected(
  { folded }: ReadText,
  { start, digits }: WrittenNumber,
  last: SecretSpan | undefined,
): SecretKind | undefined {
  if (last === undefined || digits.length < minCorrected || start - last.end > maxCorrection)
    return undefined;
  return correction.test(folded.slice(last.end, start)) ? last.kind : undefined;
}

/** "NPK 16-16-8 hay 20-20-15": the second is what the first is. */
function isAlternative(
  { folded }: ReadText,
  { start }: WrittenNumber,
  other: WrittenNumber | undefined,
): boolean {
  return other !== undefined && /^ (?:hay|hoac|hay la|voi|va|den|toi) $/.test(folded.slice(other.end, start));
}

function namesSecret({ labels }: ReadText): boolean {
  return [...labels].some((label) => label !== 'other');
}

/**
 * The kind according to the words around a number.
 * @param at index of the first name that is not before the number
 */
function namedKind(text: ReadText, number: WrittenNumber, at: number): SecretKind | 'other' | undefined {
  if (/^9704\d{11,15}$/.test(number.digits)) return 'card';
  if (ofProvince.test(text.folded.slice(number.end, number.end + 24))) return 'other';
  const told = toldSo(text, number, at);
  if (told !== undefined) return told;
  const before = namedBefore(text, number, at);
  if (before !== undefined && before !== 'other') return before;
  const after = namedAfter(text, number, {
    names: text.names.slice(at, at + 2),
    mustBeSaid: before === 'other',
  });
  if (after !== undefined && after !== 'other') return after;
  const named = before ?? after;
  return named === 'other' ? (ofNamedPaper(text, number, at) ?? named) : named;
}

interface Known {
  papers: readonly Paper[];
  /** Index of the first name that is not before the number. */
  passed: number;
}

/** The kind of a number that nothing beside it names. */
function ownKind(text: ReadText, number: WrittenNumber, { papers, passed }: Known): SecretKind | undefined {
  return (
    byVerb(text, number) ??
    unexplained(text, number) ??
    mentioned(text, number) ??
    ofPaper(papers, number) ??
    dictated(text, number, passed)
  );
}

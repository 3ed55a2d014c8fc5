import { keepFirst } from '../../text/span.ts';
import { hasCheckDigit, issuer } from '../card-number.ts';
import type { Edit } from './edits.ts';

/** A number in groups: figures, and signs or blanks between them. */
const run = /(?<!\d)(?:\(?\+)?\d+(?:[^\p{L}\p{N}]{1,8}\d+)+/gu;
const gaps = /(?<=\d)\D+/g;
/** "0975, giữa 214, đuôi 669": told group by group. */
const toldInParts =
  /\d{2,6}(?:[\s,.;:-]{1,3}(?:dau|giua|duoi|cuoi|roi|tiep|den|sau do|tiep theo|va|voi|la|x)[\s:]{1,2}(?:la )?\d{2,6}){1,4}/g;
/** "H26.06-030922-0007": the code of a thing begins with one or two letters. */
const seriesBefore = /(?<![a-z])[a-z]{1,2}$/;
/** What detectors take between the groups of a number themselves. */
const usual = /^(?:[ ._·•–—-]{1,2}| {3})$/;
/** Until 2018 mobile numbers had eleven digits too: 0168 …. */
const mobile = /^(?:(?:0|(?:00)?840?)[35789]\d{8}|01(?:2\d|6[2-9]|8[68]|99)\d{7})$/;
const landline = /^02\d{9}$/;
/** Province, then century and sex, then the year of birth. */
const citizen = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/;
const napas = /^9704(?:\d{12}|\d{15})$/;
const cardLength = 16;
const minLong = 9;
const maxLong = 19;
const minShort = 4;
const maxShort = 8;
/** "01 01 1990 12": a date with a number behind. */
const dated = /^\d{1,2}\D+\d{1,2}\D+(?:19|20)\d\d(?!\d)/;
/** "7:30", "15/9", "9/2024" */
const timeOrDate = /(?<!\d)\d{1,2}(?:[/:.-]\d{1,2}|\/(?:19|20)\d\d)(?!\d)/;
const amount = /^[1-9]\d{0,2}(?:[^\d()]{1,2}\d{3})+$/;
/** Words for a code shortly before a short number. */
const ofCode = /(?<![a-z])(?:otp|ma|pin|code|passcode|mk|khau|pass|cvv)(?: [a-z]{1,7}){0,6}[\s:=]{0,3}$/;
/** "48/29/13 là mã vừa về" */
const codeBehind = /^ la (?:otp|(?:cai )?ma (?:otp|xac|vua|moi|no|may|dang nhap|pin))(?![a-z])/;
const reach = 40;
/** "370⏎915": halves of a code on lines of their own. */
const ownLines = /^\d{2,4}(?:[ \r]?\n ?\d{2,4})+$/;
const startOfLine = /(?:^|\n)\s?$/;
/** "28/09/13" */
const day = /^(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]\d\d$/;

/**
 * Makes numbers in groups with unusual signs, wide blanks or line breaks between them readable: such as can
 * only be a phone, a citizen or a card become one group, others get a blank between their groups. Amounts,
 * dates, times and counts stay.
 */
export function joinGroups(folded: string): Edit[] {
  const told = [...folded.matchAll(toldInParts)].flatMap(({ 0: whole, index }) => {
    const by = whole.replaceAll(/\D/g, '');
    return mobile.test(by) ? [{ start: index, end: index + whole.length, by }] : [];
  });
  const grouped = [...folded.matchAll(run)].flatMap(({ 0: whole, index }) => {
    const before = folded.slice(Math.max(0, index - reach), index);
    if (seriesBefore.test(before)) return [];
    const edit = asOneNumber(whole, index);
    if (edit !== undefined) return [edit];
    const isCode =
      ofCode.test(before) ||
      codeBehind.test(folded.slice(index + whole.length, index + whole.length + reach));
    const parts = isSingle(whole) ? [{ text: whole, start: index }] : evenParts(whole, index);
    return parts.flatMap((part) => editsOf(part, before, isCode));
  });
  return keepFirst([...told, ...grouped], folded.length);
}

interface Part {
  text: string;
  start: number;
}

function asOneNumber(text: string, start: number): Edit | undefined {
  const digits = text.replaceAll(/\D/g, '');
  const between = new Set((text.match(gaps) ?? []).map(signOf));
  const isEven = between.size === 1 || isSingle(text);
  if (amount.test(text) || dated.test(text) || (!isEven && timeOrDate.test(text))) return undefined;
  const isPhone = mobile.test(digits) || landline.test(digits);
  const isKnown = isPhone || (isEven && (isCard(digits) || (citizen.test(digits) && !isSeries(text))));
  const by = isPhone ? digits.replace(/^(?:00)?840?/, '0') : digits;
  return isKnown ? { start, end: start + text.length, by } : undefined;
}

function isCard(digits: string): boolean {
  return napas.test(digits) || (digits.length === cardLength && issuer.test(digits) && hasCheckDigit(digits));
}

/** The longest parts with the same sign between all their groups. */
function evenParts(text: string, index: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let sign: string | undefined;
  for (const { 0: gap, index: at } of text.matchAll(gaps)) {
    if (sign !== undefined && sign !== signOf(gap)) {
      parts.push({ text: text.slice(start, at), start: index + start });
      start = at + gap.length;
      sign = undefined;
    } else sign = signOf(gap);
  }
  parts.push({ text: text.slice(start), start: index + start });
  return parts.filter((part) => /\D/.test(part.text));
}

/** The signs of a gap, each once; nothing for blanks and line breaks. */
function signOf(gap: string): string {
  return [...new Set(gap.replaceAll(/\s/g, ''))].join('');
}

function editsOf(part: Part, before: string, isCode: boolean): Edit[] {
  const known = asOneNumber(part.text, part.start);
  if (known !== undefined) return [known];
  if (!isOneNumber(part.text, before, isCode)) return [];
  return [...part.text.matchAll(gaps)]
    .filter(([gap]) => !usual.test(gap))
    .map(({ 0: gap, index }) => ({
      start: part.start + index,
      end: part.start + index + gap.length,
      by: ' ',
    }));
}

function isOneNumber(text: string, before: string, isCode: boolean): boolean {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length <= maxShort && ownLines.test(text) && startOfLine.test(before)) return true;
  if (amount.test(text) || dated.test(text)) return false;
  if (digits.length >= minLong) return digits.length <= maxLong && !/^\d+[,;] /.test(text);
  if (digits.length < minShort || digits.length > maxShort || day.test(text)) return false;
  return isCode || (isSingle(text) && digits.length >= minShort && !isSeries(text));
}

function isSingle(text: string): boolean {
  return text.split(gaps).every((group) => group.length === 1);
}

/** "1, 2, 3, 4" counts things. */
function isSeries(text: string): boolean {
  const groups = text.split(gaps).map(Number);
  return groups.length > 2 && groups.every((group, at) => at === 0 || group > (groups[at - 1] as number));
}

import { digitsInGroups, numberPattern, scanNumbers, singly } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

const twelve = numberPattern([
  '12',
  '3-3-3-3',
  '4-4-4',
  '6-6',
  '3-3-6',
  '3-9',
  '3-1-2-6',
  '3-4-5',
  '3-5-4',
  '8-4',
  singly(12),
]);
const nine = numberPattern(['9', '3-3-3']);
const twelveInGroups = digitsInGroups(12);

/** "B1234567", "P00 123 456" */
const passport = /(?<![a-z\d])[a-z][\s.-]?\d(?:[ .-]?\d){6,7}(?![a-z\d])/g;
const passportBefore = /(?:ho chieu|passport|\bhc)[^\d]{0,30}$/;
const passportAfter = /^[\s,]{0,3}(?:[a-z]{1,6} ){0,3}(?:ho chieu|passport)/;
/** The line for machines on the back of the card, which repeats the number. */
const machineLine = /(?<![a-z])idvnm\d[\d<]{8,30}/g;
/** The number of a driving licence has twelve digits too. */
const mentionsLicence = /(?:gplx|bang lai|giay phep lai)[^\d]{0,30}$/;

/** The first three digits are a province, 001 to 096 (Circular 59/2021/TT-BCA, annex I). */
const startsWithProvince = /^0(?:0[1-9]|[1-8]\d|9[0-6])/;
/** The square code of the card, read as text: the number, then that of the old card. */
const squareCode = /(?<!\d)0\d{11}\|(\d{9})(?=\|)/g;
const mentionsIdentity =
  /(?:cccd|can cuoc|cmnd|cmt|chung minh|dinh danh|giay to tuy than|so giay to|\bso cc)[^\d\n]{0,30}$/;

/**
 * Finds citizen numbers: 12 digits, or 9 digits of the old identity card if the text names it; and passport
 * numbers.
 */
export function detectNationalIds(folded: string): SecretSpan[] {
  const standsAfter = (name: RegExp) => (start: number) =>
    name.test(folded.slice(Math.max(0, start - 48), start));
  const isNamed = standsAfter(mentionsIdentity);
  const hasLicence = standsAfter(mentionsLicence);
  const passports = [...folded.matchAll(passport)]
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }))
    .filter(
      ({ start, end }) =>
        standsAfter(passportBefore)(start) || passportAfter.test(folded.slice(end, end + 40)),
    );
  const machineLines = [...folded.matchAll(machineLine)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  const oldNumbers = [...folded.matchAll(squareCode)].map(({ 0: whole, 1: old = '', index }) => ({
    start: index + whole.length - old.length,
    end: index + whole.length,
  }));
  return [
    ...oldNumbers,
    ...machineLines,
    ...scanNumbers(folded, twelve, ({ digits, start }) => startsWithProvince.test(digits) || isNamed(start)),
    ...scanNumbers(folded, twelveInGroups, ({ start }) => hasLicence(start)),
    ...scanNumbers(folded, nine, ({ start }) => isNamed(start)),
    ...passports,
  ].map(({ start, end }) => ({ kind: 'national-id', start, end }));
}

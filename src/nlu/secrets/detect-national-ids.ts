import { numberPattern, scanNumbers, singly } from './number-shapes.ts';
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

/** The number of the social insurance, and what a health card writes before it (code, level, province). */
const insurance = numberPattern(['10', '13', '3-10', '3-2-8', '2-8', '4-6', '3-3-4', '3-4-3']);
const mentionsInsurance = /(?:bhyt|bhxh|bao hiem)[^\d\n]{0,30}$/;
/** "GD4797930110228": letters of the group, then digits. */
const healthCard = /(?<![a-z\d])[a-z]{2}\d(?:[ .-]?\d){12}(?!\d)/g;
/** "B1234567", "P00123456", beside its name. */
const passport = /(?<=(?:ho chieu|passport)[^\d\n]{0,30}[^a-z\d\n])[a-z] ?\d{7,8}(?!\d)/g;

/** The first three digits are a province, 001 to 096 (Circular 59/2021/TT-BCA, annex I). */
const startsWithProvince = /^0(?:0[1-9]|[1-8]\d|9[0-6])/;
const mentionsIdentity =
  /(?:cccd|can cuoc|cmnd|cmt|chung minh|dinh danh|giay to tuy than|\bso cc)[^\d\n]{0,30}$/;

/**
 * Numbers that name a citizen: 12 digits, or the 9 of the old identity card when the text names it; health card,
 * social insurance and passport.
 */
export function detectNationalIds(folded: string): SecretSpan[] {
  const standsAfter = (name: RegExp) => (start: number) =>
    name.test(folded.slice(Math.max(0, start - 48), start));
  const isNamed = standsAfter(mentionsIdentity);
  const isInsurance = standsAfter(mentionsInsurance);
  const written = [healthCard, passport].flatMap((form) =>
    [...folded.matchAll(form)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  return [
    ...scanNumbers(folded, twelve, ({ digits, start }) => startsWithProvince.test(digits) || isNamed(start)),
    ...scanNumbers(folded, nine, ({ start }) => isNamed(start)),
    ...scanNumbers(folded, insurance, ({ start }) => isInsurance(start)),
    ...written,
  ].map(({ start, end }) => ({ kind: 'national-id', start, end }));
}

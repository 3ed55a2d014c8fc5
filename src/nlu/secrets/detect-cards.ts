import { hasCheckDigit, issuer } from './card-number.ts';
import { numberPattern, scanNumbers, singly } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** One pattern per notation: a longer match may fail the check digit although a shorter one passes. */
const patterns = [
  numberPattern(['13,19']),
  numberPattern(['4-4-4-4-3']),
  numberPattern(['4-4-4-4']),
  numberPattern(['6-13']),
  numberPattern(['4-6-5']),
  numberPattern([singly(16)]),
];

/** The prefix of every Vietnamese bank, with the digits in groups of any size. */
const napas = /(?<!\d[ .-]?)9704(?:[ .-]?\d){11,15}(?![ .-]?\d)/g;

/** Two letters before the digits: a health insurance card, "HN4 01 …". */
const insuranceCode = /(?:^|[^a-z])[a-z]{2}$/;

/** An IMEI has a check digit too. */
const deviceName = /imei[^\d\n]{0,12}$/;

/**
 * Finds payment card numbers by their form: 13 to 19 digits, a known issuer, a valid check digit (ISO/IEC
 * 7812).
 */
export function detectCards(folded: string): SecretSpan[] {
  return [
    ...napasCards(folded),
    ...patterns.flatMap((pattern) =>
      scanNumbers(
        folded,
        pattern,
        ({ digits, start }) =>
          issuer.test(digits) &&
          hasCheckDigit(digits) &&
          !insuranceCode.test(folded.slice(Math.max(0, start - 3), start)) &&
          !deviceName.test(folded.slice(Math.max(0, start - 16), start)),
      ).map(({ start, end }): SecretSpan => ({ kind: 'card', start, end })),
    ),
  ];
}

/** Without the check digit, which a resident who misreads one figure breaks. */
function napasCards(folded: string): SecretSpan[] {
  return [...folded.matchAll(napas)].map(({ 0: whole, index: start }) => ({
    kind: 'card',
    start,
    end: start + whole.length,
  }));
}

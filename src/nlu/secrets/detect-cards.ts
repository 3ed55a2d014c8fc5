import { numberPattern, scanNumbers, singly } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** One pattern per way of writing, because a longer reading may fail the check where a shorter one passes. */
const patterns = [
  numberPattern(['13,19']),
  numberPattern(['4-4-4-4-3']),
  numberPattern(['4-4-4-4']),
  numberPattern(['6-13']),
  numberPattern(['4-6-5']),
  numberPattern([singly(16)]),
];

/** Napas, Visa, Mastercard, American Express, JCB, UnionPay. */
const issuer = /^(?:9704|4|5[1-5]|2[2-7]|3[47]|35|62)/;

/** Two letters before the digits: a health insurance card, "HN4 01 …". */
const insuranceCode = /(?:^|[^a-z])[a-z]{2}$/;

/** Said to be the number of a bank card: then a slip in one digit makes it no less a secret. */
const announcedAsCard =
  /(?<![a-z])(?:so the|the (?:ngan hang|atm|visa|napas|tin dung|ghi no|mastercard))(?! (?:bao hiem|bhyt|y te|can cuoc|bao hanh|hoi vien|tu ))[^\d\n]{0,24}$/;

/** The three digits on the back, which are asked for wherever somebody pays. */
const securityCode =
  /(?<![a-z])(?:(?:ma|so) )?cv[vc]2?(?![a-z\d])(?:[ :=-]{1,3}(?:la|cua|so|em|toi|the|minh)(?![a-z])){0,4}[ :=-]{1,3}(\d{3,4})(?!\d)/g;

/**
 * Numbers of payment cards: 13 to 19 digits of a known issuer with a right check digit (ISO/IEC 7812), or said to be
 * the number of a card; and the code on its back.
 */
export function detectCards(folded: string): SecretSpan[] {
  return [...cardNumbers(folded), ...securityCodes(folded)];
}

function cardNumbers(folded: string): SecretSpan[] {
  return patterns.flatMap((pattern) =>
    scanNumbers(
      folded,
      pattern,
      ({ digits, start }) =>
        issuer.test(digits) &&
        (hasCheckDigit(digits) || announcedAsCard.test(folded.slice(Math.max(0, start - 50), start))) &&
        !insuranceCode.test(folded.slice(Math.max(0, start - 3), start)),
    ).map(({ start, end }) => ({ kind: 'card', start, end })),
  );
}

function securityCodes(folded: string): SecretSpan[] {
  return [...folded.matchAll(securityCode)].map(({ 0: whole, 1: digits = '', index }) => {
    const end = index + whole.length;
    return { kind: 'card', start: end - digits.length, end };
  });
}

/** Luhn's sum. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Napas, Visa, Mastercard, American Express, JCB, UnionPay. */
export const issuer = /^(?:9704|4|5[1-5]|2[2-7]|3[47]|35|62)/;

/** Luhn algorithm. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

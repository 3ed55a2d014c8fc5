import { digitsInGroups, scanNumbers } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

/** Ten digits; thirteen with those of a branch. */
const codes = [digitsInGroups(10), digitsInGroups(13)];
const mentionsTax = /(?:\bmst|ma (?:so )?thue|so thue|thue ca nhan|tax code)[^\d]{0,30}$/;
const reach = 48;

/** Finds tax codes beside their name: that of a person or a household is as personal as a citizen number. */
export function detectTaxCodes(folded: string): SecretSpan[] {
  return codes.flatMap((pattern) =>
    scanNumbers(folded, pattern, ({ start }) =>
      mentionsTax.test(folded.slice(Math.max(0, start - reach), start)),
    ).map(({ start, end }): SecretSpan => ({ kind: 'tax-code', start, end })),
  );
}

import { foldInPlace } from '../text/fold-in-place.ts';
import { keepFirst } from '../text/span.ts';
import { detectCards } from './detect-cards.ts';
import { detectExpiry } from './detect-expiry.ts';
import { detectInsurance } from './detect-insurance.ts';
import { detectMixedCodes } from './detect-mixed-codes.ts';
import { detectNationalIds } from './detect-national-ids.ts';
import { detectPhones } from './detect-phones.ts';
import { detectTaxCodes } from './detect-tax-codes.ts';
import { mayHoldSecrets } from './may-hold-secrets.ts';
import { originOf } from './normalise/edits.ts';
import { normaliseNumbers } from './normalise/normalise-numbers.ts';
import { detectNamedNumbers } from './numbers/detect-named-numbers.ts';
import { detectToldParts } from './numbers/detect-told-parts.ts';
import { detectPasswords } from './passwords/detect-passwords.ts';
import { withPlainDigits } from './plain-digits.ts';
import { type ReadText, readText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';

/** If two detectors match the same characters, the earlier one wins. */
const detectors: ((text: ReadText) => SecretSpan[])[] = [
  detectPasswords,
  ({ folded }) => detectInsurance(folded),
  ({ folded }) => detectTaxCodes(folded),
  ({ folded }) => detectCards(folded),
  detectToldParts,
  detectMixedCodes,
  detectNamedNumbers,
  ({ folded }) => detectExpiry(folded),
  ({ folded }) => detectNationalIds(folded),
  ({ folded }) => detectPhones(folded),
];

/**
 * Finds what residents should not write in a chat: one-time codes, passwords, PINs, numbers of cards,
 * citizens and phones. Pure; linear in the length of the text.
 * @param text in NFC
 * @returns spans in order of appearance, without overlaps
 */
export function detectSecrets(text: string): SecretSpan[] {
  const folded = foldInPlace(text);
  if (!mayHoldSecrets(text, folded)) return [];
  const normalised = normaliseNumbers(text, folded);
  const read = readText(
    normalised.text,
    normalised.text === text ? folded : foldInPlace(normalised.text),
    (span) => {
      const { start, end } = originOf(normalised, span);
      return text.slice(start, end);
    },
  );
  const found = detectors.flatMap((detect, rank) => detect(read).map((span) => ({ ...span, rank })));
  found.sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end);
  const ranked = found.map(
    ({ kind, start, end }): SecretSpan => ({
      kind,
      ...originOf(normalised, { start, end }),
    }),
  );
  return keepFirst(ranked, text.length);
}

const atEnds = /^[\s:|,–-]{1,80}|[\s:|,–-]{1,80}$/g;

/** A short text, such as a name, without its secrets. Pure. */
export function withoutSecrets(text: string): string {
  const written = withPlainDigits(text.normalize('NFC'));
  let kept = '';
  let at = 0;
  for (const { start, end } of detectSecrets(written)) {
    kept += written.slice(at, start);
    at = end;
  }
  kept = (kept + written.slice(at)).replaceAll(/\(\s{0,80}\)/g, ' ');
  // Also removes the bracket before a removed number.
  if (!kept.includes('(')) kept = kept.replaceAll(')', ' ');
  return kept.replaceAll(/\s{1,80}/g, ' ').replace(atEnds, '');
}

import { foldInPlace } from '../../text/fold-in-place.ts';
import { keepFirst } from '../../text/span.ts';
import { lettersAsDigits } from '../plain-digits.ts';
import { applyEdits, type Edit, type EditedText, unedited } from './edits.ts';
import { joinGroups } from './join-groups.ts';
import { joinLinked } from './join-linked.ts';
import { joinNames } from './join-names.ts';
import { joinSpoken } from './join-spoken.ts';
import { repeatDigits } from './repeat-digits.ts';

/** Letters typed for the digits that they look like: "O912 345 678", "09l2345678". */
const mixedNumber =
  /(?<![a-z\d])(?:(?=[oil]*\d)[oil\d]{3,19}|(?=(?:[oil][ .-])*\d)[oil\d](?:[ .-][oil\d]){5,18})(?![a-z\d])/g;

/** "C7I84O29": a letter, and the digits of a passport. */
const mixedPassport = /(?<![a-z\d])[a-z](?=[oil]{0,3}\d)(?=[oil\d]{7,8}(?![a-z\d]))[oil\d]{1,8}/g;

/** The steps in order; each reads what the one before it wrote. */
const steps: ((folded: string, written: string) => Edit[])[] = [
  joinNames,
  readLetters,
  repeatDigits,
  joinLinked,
  joinSpoken,
  joinGroups,
];

/**
 * Writes numbers and the names of secrets in one form, however the resident wrote them, so that each detector
 * knows one form only. Pure; linear.
 * @param text in NFC, with plain digits
 * @param foldedText the same, folded in place
 */
export function normaliseNumbers(text: string, foldedText: string = foldInPlace(text)): EditedText {
  let edited = unedited(text);
  let folded = foldedText;
  for (const step of steps) {
    const edits = step(folded, edited.text);
    if (edits.length === 0) continue;
    edited = applyEdits(edited, edits);
    folded = foldInPlace(edited.text);
  }
  return edited;
}

function readLetters(folded: string): Edit[] {
  const numbers = [...folded.matchAll(mixedNumber)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
    by: lettersAsDigits(number),
  }));
  const passports = [...folded.matchAll(mixedPassport)].map(({ 0: number, index }) => ({
    start: index + 1,
    end: index + number.length,
    by: lettersAsDigits(number.slice(1)),
  }));
  return keepFirst([...numbers, ...passports], folded.length);
}

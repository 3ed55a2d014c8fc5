import { isDigitForm } from './words/digit-words.ts';

/** A name of a password in any spelling that `joinNames` and the keystroke repair know; or too many others, such as "hộ khẩu". */
const passwordWord =
  /kh?a+[a-z]?u|p[a@4]s|(?<![a-z])(?:pw|m[ .-]?k(?![a-z]))|ma+[a-z]?t[a-z]?[ ._-]{0,2}ma|bi[a-z]? ma+[a-z]?t/;
/** Names of several digits at once. */
const manyDigits = /(?:tu|ngu|luc) quy|tam hoa|loc phat|phat loc|than tai|ong dia|double|triple/;
const letters = /\p{L}+/gu;
/** "Bốn số không" */
const repeats = /^ (?:lan )?(?:so|con) $/;
const minWords = 3;
/** The longest gap between two digits of a number that is told in words, in characters. */
const maxGap = 32;

/**
 * Whether a text can hold a secret at all: it has a digit, digits in words, or the name of a password. Cheap; the
 * usual message has none of them.
 * @param written in NFC
 * @param folded the same, folded in place
 */
export function mayHoldSecrets(written: string, folded: string): boolean {
  return (
    /\d/.test(folded) || passwordWord.test(folded) || manyDigits.test(folded) || tellsDigits(written, folded)
  );
}

function tellsDigits(written: string, folded: string): boolean {
  let count = 0;
  let last = 0;
  for (const { 0: word, index } of written.toLowerCase().matchAll(letters)) {
    if (!isDigitForm(word)) continue;
    if (count > 0 && repeats.test(folded.slice(last, index))) return true;
    count = index - last > maxGap ? 1 : count + 1;
    if (count === minWords) return true;
    last = index + word.length;
  }
  return false;
}

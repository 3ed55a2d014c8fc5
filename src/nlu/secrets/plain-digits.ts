/** Digits in special fonts, from keyboards and shop pages: 𝟎𝟗𝟏, 𝟬𝟵𝟭, 🯰🯹🯱. */
const styledDigit = /[\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}]/gu;
/** The emoji 0️⃣ is a digit followed by a keycap. */
const keycap = /(?<=\d)\uFE0F?\u20E3/g;
/** At least four; fewer are an exponent, as in m². */
const raisedNumber = /[⁰¹²³⁴-⁹]{4,}|[₀-₉]{4,}/g;
/** Invisible characters between digits, copied with a number from a page or an address book. */
const unseen = /(?<=\p{Nd})\p{Cf}+(?=\p{Nd})/gu;

/** Replaces digits in other scripts and styles by plain ones. Pure; linear. */
export function withPlainDigits(text: string): string {
  return text
    .replace(styledDigit, plain)
    .replace(raisedNumber, plain)
    .replace(keycap, '')
    .replace(unseen, '');
}

/**
 * Replaces letters in a number by the digits that they look like; keeps the length, so that positions stay
 * valid.
 */
export function lettersAsDigits(number: string): string {
  return number.replaceAll(/o/gi, '0').replaceAll(/[il]/gi, '1');
}

function plain(written: string): string {
  return written.normalize('NFKC');
}

/** Fonts of their own that keyboards and sellers' pages offer: 𝟎𝟗𝟏, 𝟬𝟵𝟭, 🯰🯹🯱. */
const styledDigit = /[\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}]/gu;
/** The emoji 0️⃣ is a digit with a key drawn around it. */
const keycap = /(?<=\d)\uFE0F?\u20E3/g;
/** Few of them are an exponent, as in m². */
const raisedNumber = /[⁰¹²³⁴-⁹]{4,}|[₀-₉]{4,}/g;
/** What nobody sees between two digits, copied along with a number from a page or an address book. */
const unseen = /(?<=\p{Nd})\p{Cf}+(?=\p{Nd})/gu;

/** The same text with digits that a detector knows, where they only look different. Pure; linear. */
export function withPlainDigits(text: string): string {
  return text
    .replace(styledDigit, plain)
    .replace(raisedNumber, plain)
    .replace(keycap, '')
    .replace(unseen, '');
}

/** A number in which letters stand for the digits they look like; as long as it was, so that positions stay. */
export function lettersAsDigits(number: string): string {
  return number.replaceAll(/o/gi, '0').replaceAll(/[il]/gi, '1');
}

function plain(written: string): string {
  return written.normalize('NFKC');
}

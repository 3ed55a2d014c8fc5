/** The emoji 0️⃣ is a digit followed by a keycap. */
const keycap = /(?<=\d)\uFE0F?\u20E3/g;
/** Invisible characters between digits, copied with a number from a page or an address book. */
const unseen = /(?<=\p{Nd})\p{Cf}+(?=\p{Nd})/gu;
/** Digits of any script and font: ٠٩١, ०९१, 𝟎𝟗𝟏. Full-width ones are read as they are. */
const foreignDigit = /(?![0-9\uFF10-\uFF19])\p{Nd}/gu;
/** Unicode has the decimal digits of each script in a row of ten, and 𝟎 to 𝟿 in five such rows. */
const rowOfTen = 10;
const mathematicalFirst = 0x1d7ce;

/** Raised, lowered, circled and Chinese digits, each row from 0. A blank is where a row has no zero. */
const rows = [
  ...['⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉', '⓪①②③④⑤⑥⑦⑧⑨', '⓿❶❷❸❹❺❻❼❽❾', '⓿➊➋➌➍➎➏➐➑➒', '🄋➀➁➂➃➄➅➆➇➈'],
  ...[' ⑴⑵⑶⑷⑸⑹⑺⑻⑼', ' ⒈⒉⒊⒋⒌⒍⒎⒏⒐', ' ⓵⓶⓷⓸⓹⓺⓻⓼⓽', '〇一二三四五六七八九'],
];
const ornaments = new Map(
  rows.flatMap((row) => Array.from(row, (sign, digit): [string, string] => [sign, String(digit)])),
);
ornaments.delete(' ');
/** At least four, perhaps apart; fewer are an exponent, as in m², or the number of a line. */
const ornament = `[${[...ornaments.keys()].join('')}]`;
const ornateNumber = new RegExp(`${ornament}(?:[\\d\\s.,-]{0,3}${ornament}){3,}`, 'gu');

/** Replaces digits in other scripts and styles by plain ones. Pure; linear. */
export function withPlainDigits(text: string): string {
  return text
    .replace(foreignDigit, decimalValue)
    .replace(ornateNumber, (number) => Array.from(number, (sign) => ornaments.get(sign) ?? sign).join(''))
    .replace(keycap, '')
    .replace(unseen, '');
}

function decimalValue(digit: string): string {
  const code = digit.codePointAt(0) as number;
  if (code >= mathematicalFirst && code < mathematicalFirst + 5 * rowOfTen)
    return String((code - mathematicalFirst) % rowOfTen);
  let first = code;
  while (code - first < rowOfTen - 1 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String(code - first);
}

/**
 * Replaces letters in a number by the digits that they look like; keeps the length, so that positions stay
 * valid.
 */
export function lettersAsDigits(number: string): string {
  return number.replaceAll(/o/gi, '0').replaceAll(/[il]/gi, '1');
}

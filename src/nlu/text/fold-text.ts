/**
 * Letters and digits in their plainest form. Two texts that a reader takes for the same one fold to the same
 * string, whatever keyboard, input method or clipboard they went through.
 */

/** Cyrillic and Greek letters that look like Latin ones; what pasted or disguised text contains. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
};

/** Everything below this code unit is looked up; the rest (CJK, emoji, styled letters) is worked out each time. */
const tableSize = 0x2100;
const table: string[] = Array.from({ length: tableSize }, (_, code) =>
  foldCodePoint(String.fromCharCode(code)),
);

/**
 * Lower case, without diacritics, punctuation, emoji, zero-width characters and look-alike letters, words
 * parted by one space. Digits stay. Pure and linear; equal for NFC and NFD, for either tone placement, and for
 * text with and without diacritics.
 *
 * @param maxLength stop once the result is this long (characters)
 */
export function foldText(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  let folded = '';
  let wantsSpace = false;
  for (let at = 0; at < text.length && folded.length < maxLength; at++) {
    const code = text.charCodeAt(at);
    let piece: string;
    if (code < tableSize) {
      piece = table[code] as string;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      piece = foldRare(character);
      at += character.length - 1;
    }
    if (piece === '') continue;
    if (piece === ' ') {
      wantsSpace = true;
      continue;
    }
    if (wantsSpace && folded !== '') folded += ' ';
    wantsSpace = false;
    folded += piece;
  }
  return folded;
}

const remembered = new Map<string, string>();
const rememberAtMost = 2000;

/** A text of emoji has few different ones. */
function foldRare(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const piece = foldCodePoint(character);
  if (remembered.size >= rememberAtMost) remembered.clear();
  remembered.set(character, piece);
  return piece;
}

/** One character → its plain form: letters or digits, a space for what parts words, nothing for what is unseen. */
function foldCodePoint(character: string): string {
  if (/^[\p{M}\p{Cf}\p{Variation_Selector}]$/u.test(character)) return '';
  let plain = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    const letter = lookAlikes[part] ?? part;
    if (/^[\p{L}\p{N}]$/u.test(letter)) plain += letter;
    else if (!/^\p{M}$/u.test(letter)) plain += ' ';
  }
  return plain.trim() === '' && plain !== '' ? ' ' : plain;
}

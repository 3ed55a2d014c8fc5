/**
 * Letters and digits in their plainest form. Two texts that look the same to a reader fold to the same
 * string, whatever keyboard, input method or clipboard they went through.
 */

/** Cyrillic and Greek letters that look like Latin ones, from pasted or disguised text. */
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

/** Code units below this are in a table; the rest (CJK, emoji, styled letters) is computed each time. */
const tableSize = 0x2100;
const table: string[] = Array.from({ length: tableSize }, (_, code) =>
  foldCodePoint(String.fromCharCode(code)),
);

/**
 * Lower case, without diacritics, punctuation, emoji, zero-width characters and look-alike letters, words
 * separated by one space. Digits stay. Pure and linear; equal for NFC and NFD, for either tone placement, and
 * with or without diacritics.
 * @param maxLength stop once the result has this many characters
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

/** A text full of emoji has few different ones. */
function foldRare(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const piece = foldCodePoint(character);
  if (remembered.size >= rememberAtMost) remembered.clear();
  remembered.set(character, piece);
  return piece;
}

/**
 * Maps a character to its plain form: letters or digits, a space for separators, nothing for invisible ones.
 */
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

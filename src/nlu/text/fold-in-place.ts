/** Below this code unit the plain form is in a table; above it only full-width characters have one. */
const tableSize = 0x2000;
const table: string[] = Array.from({ length: tableSize }, (_, code) => plainForm(String.fromCharCode(code)));
const fullWidthFirst = 0xff01;
const fullWidthLast = 0xff5e;
const fullWidthShift = 0xfee0;
/** Non-breaking hyphens and the minus sign: address books write numbers with them. */
const otherHyphens = '\u2010\u2011\u2012\u2212';

/**
 * Lower case without diacritics, one character per character, so that positions in the result and in the text
 * are the same. Punctuation stays, but every hyphen becomes `-`; white space and zero-width characters become
 * a space.
 * @param text in NFC; a separate combining mark stays as it is
 */
export function foldInPlace(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    folded += code < tableSize ? table[code] : foldWide(code);
  }
  return folded;
}

function foldWide(code: number): string {
  if (code >= fullWidthFirst && code <= fullWidthLast) {
    return String.fromCharCode(code - fullWidthShift).toLowerCase();
  }
  const character = String.fromCharCode(code);
  if (otherHyphens.includes(character)) return '-';
  return isBlank(character) ? ' ' : character;
}

function plainForm(character: string): string {
  if (isBlank(character)) return character === '\n' ? '\n' : ' ';
  if (character === 'đ' || character === 'Đ') return 'd';
  const base = character.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : character;
}

function isBlank(character: string): boolean {
  return /^[\s\p{Cf}]$/u.test(character);
}

import { letterNames } from '../tables/password-words.ts';
import { type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

const minBehind = 5;
const minInFront = 3;
const maxLetters = 20;
/** Without a digit they are ordinary words: "lo go ca mat khau". */
const saysNumber = /^(?:\d+|so)$/;

/** Letters and digits spelled out one by one from a piece on: "mật khẩu là tê hát a nờ hát một hai ba". */
export function lettersFrom(text: PasswordText, first: number): Piece[] {
  let end = first;
  while (end - first < maxLetters && isLetterName(textAt(text, end))) end++;
  return end - first < minBehind ? [] : text.pieces.slice(first, end);
}

/** The same before the name of a password: "bê a cờ con số 9 mật khẩu là thế". */
export function lettersUpTo(text: PasswordText, end: number): Piece[] {
  let first = end;
  while (first > 0 && end - first < maxLetters && isLetterName(textAt(text, first - 1))) first--;
  const letters = text.pieces.slice(first, end);
  const isSpelt = letters.length >= minInFront && letters.some((piece) => saysNumber.test(piece.text));
  return isSpelt ? letters : [];
}

function isLetterName(word: string): boolean {
  return letterNames.has(word) || /^\d{1,2}$/.test(word);
}

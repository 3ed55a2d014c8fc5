import { letterNames, notAValue, writingWords } from '../tables/password-words.ts';
import { type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

const minBehind = 5;
const minInFront = 3;
/** So many must name a letter, digit or sign: "chữ hoa, chữ thường và số" only describes. */
const minNaming = 3;
const maxLetters = 24;
/** Without a digit they are ordinary words: "lo go ca mat khau". */
const saysNumber = /^(?:\d+|so)$/;
/** A word may stand between the letters: "chữ hoa Lan". */
const beforeWord = new Set(['chu', 'hoa', 'la']);
/** "Chữ Minh", but no "chữ gì" */
const afterLetters = new Set('gi nao ky ki cai khong ko k co duoc dc ay do nay vao'.split(' '));
const sentenceEnd = /^[.!?]\s/;
const inTail = new Set(['hoa', 'thuong', 'lien']);

/** Letters, digits and signs dictated one by one from a piece on: "mật khẩu là tê hát viết hoa, một hai ba, a còng". */
export function lettersFrom(text: PasswordText, first: number): Piece[] {
  let end = first;
  while (end - first < maxLetters && isDictated(text, first, end)) {
    end++;
    if (sentenceEnd.test(text.folded.slice(text.pieces[end - 1]?.end, (text.pieces[end - 1]?.end ?? 0) + 2)))
      break;
  }
  while (end > first && isOnlyWriting(textAt(text, end - 1)) && !inTail.has(textAt(text, end - 1))) end--;
  const letters = text.pieces.slice(first, end);
  const naming = letters.filter((piece) => isLetterName(piece.text) && !isOnlyWriting(piece.text));
  return letters.length < minBehind || naming.length < minNaming ? [] : letters;
}

function isDictated(text: PasswordText, first: number, at: number): boolean {
  const word = textAt(text, at);
  if (isLetterName(word) || isOnlyWriting(word)) return true;
  if (at === first || !beforeWord.has(textAt(text, at - 1)) || !/^[a-z]{2,7}$/.test(word)) return false;
  return textAt(text, at - 1) === 'chu' ? !afterLetters.has(word) : !notAValue.has(word);
}

function isOnlyWriting(word: string): boolean {
  return writingWords.has(word);
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

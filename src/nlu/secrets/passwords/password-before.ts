import { letterNames } from '../tables/password-words.ts';
import { isSmall, type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

/** How many little words may stand between a password and its name behind it. */
const maxBack = 5;
const minLetters = 3;
const maxLetters = 20;
/** Without a digit they are words like others: "lo go ca mat khau". */
const saysNumber = /^(?:\d+|so)$/;

/** A value in front of its name: "Lanlan@2003 là mk của em", "nhập Toiyeu vào ô mật khẩu", "bê a cờ số 9 mật khẩu là thế". */
export function passwordsBefore(text: PasswordText, at: number): Piece[] {
  const name = ['khau', 'ma'].includes(textAt(text, at)) ? at - 1 : at;
  const spelt = lettersBefore(text, name);
  if (spelt.length >= minLetters && spelt.some(({ text: word }) => saysNumber.test(word))) return spelt;
  for (let before = name - 1; before >= Math.max(0, name - maxBack); before--) {
    if (text.shapes[before] !== undefined && text.shapes[before] !== 'foreign')
      return text.pieces.slice(before, before + 1);
    if (!isSmall(textAt(text, before))) return [];
  }
  return [];
}

/** Letters and digits read out one by one, right before the name. */
function lettersBefore(text: PasswordText, name: number): Piece[] {
  let first = name;
  while (first > 0 && name - first < maxLetters && isLetterName(textAt(text, first - 1))) first--;
  return text.pieces.slice(first, name);
}

function isLetterName(word: string): boolean {
  return letterNames.has(word) || /^\d{1,2}$/.test(word);
}

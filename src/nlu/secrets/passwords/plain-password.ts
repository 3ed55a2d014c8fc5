import { notAValue } from '../tables/password-words.ts';
import { isPasswordName, isSmall, type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

/** Maximum number of words in a password of plain words. */
const maxWords = 5;
const plain = /^[a-z]{2,}$/;
const asks = new Set('gi nao sao dau nhieu hay khong ko k chua a z j'.split(' '));
const ends = /^["”'’)]?(?:[,.;!?\n]|$)/;

/**
 * A password of plain words from a piece on, directly after "là" or a colon: "mật khẩu là gà mái đẻ".
 * @returns an empty list if the words ask or describe: "mật khẩu là chữ hay số"
 */
export function plainPassword(text: PasswordText, first: number): Piece[] {
  const opening = textAt(text, first);
  const isSaid = ['la', 'is', 'was'].includes(textAt(text, first - 1));
  if (!isSaid && !isPasswordName(text, first - 1)) return [];
  if (!plain.test(opening) || notAValue.has(opening)) return [];
  const found: Piece[] = [];
  for (let at = first; at < Math.min(text.pieces.length, first + maxWords); at++) {
    const piece = text.pieces[at] as Piece;
    if (
      ['co', 'ma'].includes(piece.text) ||
      isVague(text, at) ||
      !plain.test(piece.text) ||
      isPasswordName(text, at)
    )
      break;
    found.push(piece);
    if (ends.test(text.folded.slice(piece.end, piece.end + 2))) break;
  }
  const isPhrase = found.length > 1 && found.slice(1).every(({ text: word }) => !isSmall(word));
  if (found.some(({ text: word }) => asks.has(word)) || (isSmall(opening) && !isPhrase)) return [];
  return found;
}

/** "… gì đó" ("something like that") is no question. */
function isVague(text: PasswordText, at: number): boolean {
  return textAt(text, at) === 'gi' && ['do', 'day', 'ay'].includes(textAt(text, at + 1));
}

/** A password of plain words in quotes: 'đặt mật khẩu "nắng sớm"'. */
export function quotedPassword(text: PasswordText, first: number): Piece[] {
  const start = text.pieces[first]?.start ?? 0;
  if (!/["“”]/.test(text.folded[start - 1] ?? '') || notAValue.has(textAt(text, first))) return [];
  for (let last = first; last < Math.min(text.pieces.length, first + maxWords); last++) {
    const { end } = text.pieces[last] as Piece;
    if (/["“”]/.test(text.folded[end] ?? '')) return text.pieces.slice(first, last + 1);
  }
  return [];
}

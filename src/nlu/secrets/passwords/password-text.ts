import { fixKeystrokes } from '../../text/raw-keystrokes.ts';
import { appNames } from '../tables/app-names.ts';
import { littleWords } from '../tables/little-words.ts';
import { beforeValue, passwordNames } from '../tables/password-words.ts';
import { type PasswordShape, passwordShape } from './password-shape.ts';
import { type Piece, readPieces } from './read-pieces.ts';

const sold = new Set('xe nha do con cai bo chiec dat can may dien'.split(' '));
const wishing = new Set(['muon', 'xin', 'hoi', 'o']);
const typing = new Set(['go', 'nhap', 'danh', 'dien']);

/** A text as the password detector reads it. */
export interface PasswordText {
  written: string;
  folded: string;
  /** Written without any diacritics. */
  isBare: boolean;
  pieces: Piece[];
  /** Some piece names a password. */
  hasName: boolean;
  /** The shape of each piece. */
  shapes: (PasswordShape | undefined)[];
}

export function readPasswordText(written: string, folded: string): PasswordText {
  const pieces = readPieces(folded);
  const isBare = written.toLowerCase() === folded;
  const text: PasswordText = { written, folded, isBare, pieces, hasName: false, shapes: [] };
  text.hasName = pieces.some((_, at) => isPasswordName(text, at));
  // Without the name of a password only a piece with digits can be one.
  text.shapes = pieces.map((piece) =>
    text.hasName || /\d/.test(piece.text) ? passwordShape(piece.text) : undefined,
  );
  return text;
}

export function textAt({ pieces }: PasswordText, at: number): string {
  return pieces[at]?.text ?? '';
}

/** "Mật khẩu" (at its second word), "mật mã" and their abbreviations. */
export function isPasswordName(text: PasswordText, at: number): boolean {
  const typed = textAt(text, at);
  if (typed === 'mat' && textAt(text, at - 1) === 'bi') return isTyped(text, at);
  const word = passwordNames.has(typed) ? typed : fixKeystrokes(typed);
  if (!passwordNames.has(word) || isSelling(text, at) || isMe(text, at)) return false;
  return word === 'khau' || word === 'ma' ? fixKeystrokes(textAt(text, at - 1)) === 'mat' : true;
}

/** "Cái bí mật thì gõ …": a secret that one types is a password. */
function isTyped(text: PasswordText, at: number): boolean {
  return [1, 2].some((next) => typing.has(textAt(text, at + next)));
}

/** "Pass lại cái xe": young people sell with this word. */
function isSelling(text: PasswordText, at: number): boolean {
  return (
    textAt(text, at).startsWith('pass') && textAt(text, at + 1) === 'lai' && sold.has(textAt(text, at + 2))
  );
}

/** "Mk muốn hỏi": here it means "I". */
function isMe(text: PasswordText, at: number): boolean {
  return textAt(text, at) === 'mk' && wishing.has(textAt(text, at + 1));
}

/** A word that may stand between a password and its name. */
export function isSmall(word: string): boolean {
  return littleWords.has(word) || appNames.has(word) || beforeValue.has(word);
}

/** "Là" or a colon before this piece introduces it. */
export function leadsOn({ folded, pieces }: PasswordText, at: number): boolean {
  const piece = pieces[at];
  if (piece === undefined) return false;
  return (
    ['la', 'is', 'was'].includes(piece.text) ||
    /^\s?["”]?\s?[:=]/.test(folded.slice(piece.end, piece.end + 4))
  );
}

import { foldInPlace } from '../../text/fold-in-place.ts';
import { appNames } from '../tables/app-names.ts';
import { addressing, afterValue, talkOpeners, talkWords, writingOf } from '../tables/password-talk.ts';
import { notAValue } from '../tables/password-words.ts';
import { isPasswordName, isSmall, type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

/** Maximum number of words in a password of plain words; a longer clause is talk. */
const maxWords = 6;
const plain = /^[a-z]{2,}$/;
const plainOrDigits = /^(?:[a-z]+|\d+)$/;
const ends = /^["”'’)]?(?:[,.;!?\n]|\s?[-–(]|$)/;

/** A name, which may be spelt like a word of talk: "Bảo". */
const titleCase = /^\p{Lu}\p{Ll}/u;
const nameAround = /\p{Lu}\p{Ll}+ \p{Lu}/u;
const capitalised = /^\p{Lu}\S*(?: \p{Lu}\S*)+$/u;
/** Without diacritics these may also be other words of a value: "con gà", "đen", "chó". */
const bareOthers = new Set('con den cho co cua ra tim nam tu mo ma yeu'.split(' '));

interface Words {
  /** With diacritics, and as a text without any writes them. */
  marked: ReadonlySet<string>;
  bare: ReadonlySet<string>;
}

const talk: Words = { marked: talkWords, bare: withoutMarks(talkWords, bareOthers) };
const after: Words = { marked: afterValue, bare: withoutMarks(afterValue, new Set()) };

/**
 * A password of plain words from a piece on, directly after "là" or a colon, up to the end of the clause: "mật
 * khẩu là gà mái đẻ".
 * @returns an empty list if the clause asks or describes: "mật khẩu là chữ hay số"
 */
export function plainPassword(text: PasswordText, first: number): Piece[] {
  if (!plain.test(textAt(text, first))) return [];
  const found: Piece[] = [];
  for (let at = first; ; at++) {
    const piece = text.pieces[at];
    if (piece === undefined || isVague(text, at)) break;
    if (found.length > 0 && isIn(text, piece, after)) break;
    if (isPasswordName(text, at) || found.length === maxWords) return [];
    if (!plainOrDigits.test(piece.text) || isIn(text, piece, talk)) return [];
    found.push(piece);
    if (ends.test(text.folded.slice(piece.end, piece.end + 2))) break;
  }
  return isValue(text, found) ? found : [];
}

function isValue({ written }: PasswordText, found: readonly Piece[]): boolean {
  const [first, ...rest] = found;
  if (first === undefined) return false;
  const opening = first.text;
  const isName = titleCase.test(written.slice(first.start, first.end)) && !appNames.has(opening);
  if (rest.length === 0) return isName || (!notAValue.has(opening) && !isSmall(opening));
  if (capitalised.test(written.slice(first.start, rest.at(-1)?.end))) return true;
  const asWritten = written.slice(first.start, first.end).toLowerCase();
  if (talkOpeners.has(asWritten)) return false;
  if (asWritten !== opening) return true;
  if (notAValue.has(opening) && !addressing.has(opening)) return false;
  return isMarked(written, rest) || rest.some(({ text }) => !isSmall(text));
}

function isMarked(written: string, pieces: readonly Piece[]): boolean {
  return pieces.some(({ start, end, text }) => written.slice(start, end).toLowerCase() !== text);
}

/** Whether the text says how the words are written, as one says of a password: "tết này vui viết liền". */
export function saysHowWritten({ folded: whole }: PasswordText, { end }: Piece): boolean {
  return writingOf.test(whole.slice(end, end + 20));
}

/** In a text with diacritics a word must have those of the list: "yêu" is not "yếu", "con" is not "còn". */
function isIn(
  { written, isBare }: PasswordText,
  { start, end, text }: Piece,
  { marked, bare }: Words,
): boolean {
  if (isBare) return bare.has(text);
  const asWritten = written.slice(start, end);
  const isName =
    titleCase.test(asWritten) && nameAround.test(written.slice(Math.max(0, start - 12), end + 3));
  return !isName && marked.has(asWritten.toLowerCase());
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

function withoutMarks(words: ReadonlySet<string>, except: ReadonlySet<string>): Set<string> {
  return new Set([...words].map((word) => foldInPlace(word)).filter((word) => !except.has(word)));
}

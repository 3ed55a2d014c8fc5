import { notAValue } from '../tables/password-words.ts';
import type { PasswordShape } from './password-shape.ts';
import { isPasswordName, isSmall, leadsOn, type PasswordText, textAt } from './password-text.ts';
import { plainPassword, quotedPassword, saysHowWritten } from './plain-password.ts';
import type { Piece } from './read-pieces.ts';
import { lettersFrom } from './spelt-letters.ts';

/** Maximum number of pieces between a name and its password, and how many of them may be meaningful words. */
const maxPieces = 14;
const maxOwn = 4;
/** Maximum distance from one value to a second: "mật khẩu cũ … mới …". */
const maxToSecond = 4;
/** "mk là Hoa" gives the writer's name; "mk chị là hoahong" gives a password. */
const minToPlain = 3;
const ofWords: ReadonlySet<PasswordShape> = new Set(['joined', 'fused', 'foreign']);
/** With more words in between, only these shapes can follow "mk", which may also mean "I". */
const ofNothingElse: ReadonlySet<PasswordShape> = new Set(['certain', 'likely', 'wordy']);
const namesOfThings = new Set(['ma', 'so', 'phieu', 'mau', 'to', 'giay']);
const codeOfThing = /^[A-Z]{1,5}[-.]?\d[\d./-]*$/;
/** "The password policy" is English talk. */
const determiners = new Set(['the', 'my', 'a', 'your', 'new', 'this']);
/** "Là tên vợ tôi …": how many meaningful words may describe a value. */
const maxOfDescription = 2;
/** "Để iuanh", "đặt qwerty" */
const setting = new Set('de dat xai go nhap danh dien bam doc dung'.split(' '));
const describing = new Set(['la', 'ten']);
/** Before a part of a value: "gồm chữ hoa mai", "có chữ lan". */
const partWords = new Set(['gom', 'co', 'dau', 'sau']);
const otherNames = new Set(['link', 'user', 'username', 'nick']);
const sentenceEnd = /^[.!?]\s|^\n/;

/** The values after the name of a password, in order. */
export function passwordsAfter(text: PasswordText, name: number): Piece[] {
  const last = Math.min(name + maxPieces, text.pieces.length - 1);
  let own = 0;
  for (let at = name + 1; at <= last; at++) {
    if (isPasswordName(text, at)) return isNameAsValue(text, at) ? piecesOf(text, at, at) : [];
    const isSaid = leadsOn(text, at - 1);
    const value = valueAt(text, { name, at, own, isSaid });
    if (value !== undefined) return value;
    const word = textAt(text, at);
    if (!isSmall(word)) own++;
    if (own > maxOwn) return [];
    const { end } = text.pieces[at] as Piece;
    if (sentenceEnd.test(text.folded.slice(end, end + 2))) return [];
  }
  return [];
}

interface Place {
  name: number;
  at: number;
  /** Number of meaningful words in between. */
  own: number;
  isSaid: boolean;
}

/** @returns undefined if the search continues; an empty list if it ends */
function valueAt(text: PasswordText, { name, at, own, isSaid }: Place): Piece[] | undefined {
  const shape = text.shapes[at];
  if (isNamedOtherwise(text, at)) return undefined;
  const isAmbiguous = textAt(text, name) === 'mk' && own > 0;
  const phrase = isSaid && own === 0 && shape !== undefined ? plainPassword(text, at) : [];
  if (phrase.length > 1) return phrase;
  if (
    shape !== undefined &&
    isAccepted(text, { name, at, own, isSaid }) &&
    !(isAmbiguous && !ofNothingElse.has(shape) && !(isSaid && shape === 'mixed'))
  ) {
    return isCodeOfThing(text, name, at) ? [] : [...piecesOf(text, at, at), ...secondValue(text, at)];
  }
  const letters = isSaid || setting.has(textAt(text, at - 1)) ? lettersFrom(text, at) : [];
  if (letters.length > 0) return letters;
  if (isSpelt(text, at)) return [...spelt(text, at), ...secondValue(text, at)];
  const quoted = own === 0 ? quotedPassword(text, at) : [];
  if (quoted.length > 0) return quoted;
  const mayBePlain = isSaid && (own <= maxOfDescription || isDescribed(text, name, at));
  const plain = mayBePlain ? plainPassword(text, at) : [];
  const isOfMe = textAt(text, name) === 'mk' && textAt(text, at - 1) === 'la' && at - name < minToPlain;
  if (plain.length === 0 || (isOfMe && !saysHowWritten(text, plain.at(-1) as Piece))) return undefined;
  return plain;
}

/** "Là tên con: Bảo Ngọc": words between "là" and the value say what it is. */
function isDescribed(text: PasswordText, name: number, at: number): boolean {
  const between = text.pieces.slice(name + 1, at);
  return between.some(({ text: word }) => describing.has(word)) && between.at(-1)?.text !== 'la';
}

/** Plain words must be close to the name or be called the value. */
function isAccepted(text: PasswordText, { name, at, own, isSaid }: Place): boolean {
  const shape = text.shapes[at];
  if (shape === 'foreign') return own === 0 && (isSaid || setting.has(textAt(text, at - 1)));
  if (shape !== 'joined') return true;
  if (own === 0) return isSaid || !determiners.has(textAt(text, name - 1));
  return isSaid || (own <= maxOfDescription && isDescribed(text, name, at));
}

/** "Là chữ Hoa": the text calls the word the letters. */
function isSpelt(text: PasswordText, at: number): boolean {
  const word = textAt(text, at);
  return (
    textAt(text, at - 1) === 'chu' &&
    (leadsOn(text, at - 2) || partWords.has(textAt(text, at - 2)) || isCounted(text, at - 2)) &&
    /^[a-z]{2,}$/.test(word) &&
    !notAValue.has(word)
  );
}

/** "Là hai chữ mưa rào" */
function isCounted(text: PasswordText, at: number): boolean {
  return /^(?:hai|ba|bon|[2-4])$/.test(textAt(text, at)) && leadsOn(text, at - 1);
}

function spelt(text: PasswordText, at: number): Piece[] {
  const phrase = plainPassword(text, at);
  return phrase.length > 0 ? phrase : piecesOf(text, at, at);
}

/** "Để là matkhau": the value is the word for password itself. */
function isNameAsValue(text: PasswordText, at: number): boolean {
  return textAt(text, at - 1) === 'la' && textAt(text, at).length > 'pass'.length + 1;
}

function secondValue(text: PasswordText, value: number): Piece[] {
  for (let at = value + 1; at <= Math.min(value + maxToSecond, text.pieces.length - 1); at++) {
    const shape = text.shapes[at];
    if (shape !== undefined && (!ofWords.has(shape) || isNextTo(text, value, at)))
      return piecesOf(text, at, at);
    if (!isSmall(textAt(text, at))) return [];
  }
  return [];
}

/** "thon5 doanket": a value with a blank in it. */
function isNextTo({ folded, pieces }: PasswordText, value: number, at: number): boolean {
  return at === value + 1 && folded.slice(pieces[value]?.end, pieces[at]?.start) === ' ';
}

/** "Quên mật khẩu, tên đăng nhập: hoanguyen88" */
function isNamedOtherwise(text: PasswordText, at: number): boolean {
  return (
    otherNames.has(textAt(text, at - 1)) ||
    (textAt(text, at - 3) === 'ten' && textAt(text, at - 1) === 'nhap')
  );
}

/** "CT01", "PA0048291", "H26.18-2609": a form or file code of an office, after a word for it. */
function isCodeOfThing({ written, pieces }: PasswordText, name: number, at: number): boolean {
  const { start, end } = pieces[at] as Piece;
  if (!codeOfThing.test(written.slice(start, end))) return false;
  return pieces.slice(name + 1, at).some(({ text }) => namesOfThings.has(text));
}

function piecesOf({ pieces }: PasswordText, first: number, last: number): Piece[] {
  return pieces.slice(first, last + 1);
}

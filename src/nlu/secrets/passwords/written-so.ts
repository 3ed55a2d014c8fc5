import { foldInPlace } from '../../text/fold-in-place.ts';
import { afterValue } from '../tables/password-talk.ts';
import { letterNames, notAValue } from '../tables/password-words.ts';
import { isPasswordName, leadsOn, type PasswordText, textAt } from './password-text.ts';
import type { Piece } from './read-pieces.ts';

/** Pairs of words that say how a value is written: "viết liền", "không dấu". */
const writing =
  /^(?:viet (?:lien|hoa|thuong|thuon|co|khong|ko|k)|(?:khong|ko|k) (?:dau|cach|hoa)|dinh lien|lien (?:nhau|het|khong|ko|k))$/;
/** Between them and a value behind. */
const stillWriting = new Set(
  'viet lien hoa thuong khong ko k dau cach het luon nhau dinh la nhe nha'.split(' '),
);
/** The words speak of how passwords must be. */
const describing = new Set(
  'phai co gi nao hay hoac so chu duoc dc can bat buoc ky ki tu dai ngan ma neu mat khau'.split(' '),
);
const introducing = new Set('chữ gõ nhập đặt để tên'.split(' '));
const bareIntroducing = new Set([...introducing].map((word) => foldInPlace(word)));
/** "Đặt cho tôi hoa hồng đỏ" */
const people = new Set('toi tui em e chau con bac minh me bo ba ong chi anh co chu'.split(' '));
const cases = new Set(['hoa', 'thuong']);
const beforeCase = new Set(['chu', 'viet']);
const maxWords = 6;
const maxDictated = 12;
const plain = /^(?:[a-z]+|\d+)$/;
const ends = /^["”'’)]?(?:[.;!?]\s|\n)/;
const after = new Set(
  [...afterValue].map((word) => foldInPlace(word)).filter((word) => !letterNames.has(word)),
);

/** Values of which a text about a password says how they are written, in front of those words or behind. */
export function writtenSo(text: PasswordText): Piece[] {
  return text.pieces.flatMap((_, at) => {
    if (!isWriting(text, at)) return [];
    const inFront = valueUpTo(text, at);
    return inFront.length > 0 ? inFront : valueFrom(text, at + 2);
  });
}

function isWriting(text: PasswordText, at: number): boolean {
  // "Việt" is a name.
  if (asWritten(text, at) === 'việt') return false;
  return writing.test(`${textAt(text, at)} ${textAt(text, at + 1)}`);
}

/** "Chữ sao vàng đất việt" before "không dấu" */
function valueUpTo(text: PasswordText, end: number): Piece[] {
  const least = Math.max(0, end - maxWords);
  for (let first = end - 1; first >= least; first--) {
    const word = textAt(text, first);
    if (
      !plain.test(word) ||
      isDescribing(text, first) ||
      isPasswordName(text, first) ||
      isWriting(text, first)
    )
      return [];
    if (first < end - 1 && isAtEnd(text, first)) return [];
    if (!isIntroduced(text, first)) continue;
    const isOne = first === end - 1;
    return isOne && notAValue.has(word) ? [] : text.pieces.slice(first, end);
  }
  return [];
}

/** "Chữ thường"; but "hoa hồng" is a flower. */
function isDescribing(text: PasswordText, at: number): boolean {
  const word = textAt(text, at);
  return describing.has(word) || (cases.has(word) && beforeCase.has(textAt(text, at - 1)));
}

function isIntroduced(text: PasswordText, first: number): boolean {
  const before = textAt(text, first - 1);
  const isVerb = text.isBare ? bareIntroducing.has(before) : introducing.has(asWritten(text, first - 1));
  if (isVerb || leadsOn(text, first - 1)) return true;
  return people.has(before) && textAt(text, first - 2) === 'cho';
}

/** "Viết liền không dấu bảo ngọc hai không mười tám chấm than": with digits in it. */
function valueFrom(text: PasswordText, behind: number): Piece[] {
  let first = behind;
  while (first - behind < maxWords && stillWriting.has(textAt(text, first)) && !isAtEnd(text, first)) first++;
  let end = first;
  while (end < text.pieces.length && end - first < maxDictated && !after.has(textAt(text, end))) {
    if (!plain.test(textAt(text, end)) || isDescribing(text, end)) break;
    end++;
    if (isAtEnd(text, end - 1)) break;
  }
  const value = text.pieces.slice(first, end);
  return isNumber(value[0]) || value.filter(isDigits).length >= 2
    ? value.slice(0, lastDigits(value) + 1)
    : [];
}

function lastDigits(value: readonly Piece[]): number {
  return value.findLastIndex((piece) => isDigits(piece));
}

function isDigits({ text }: Piece): boolean {
  return /^\d{1,8}$/.test(text) || letterNames.has(text);
}

function isNumber(piece: Piece | undefined): boolean {
  return piece !== undefined && /^\d{4,8}$/.test(piece.text);
}

function asWritten({ written, pieces }: PasswordText, at: number): string {
  return written.slice(pieces[at]?.start ?? 0, pieces[at]?.end ?? 0).toLowerCase();
}

function isAtEnd({ folded, pieces }: PasswordText, at: number): boolean {
  const end = pieces[at]?.end ?? folded.length;
  return ends.test(folded.slice(end, end + 3));
}

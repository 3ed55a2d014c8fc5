import type { Span } from '../../text/span.ts';

/** The text between two blanks, without surrounding quotes, brackets and punctuation. */
export interface Piece extends Span {
  text: string;
}

const blanks = /[^\s]+/g;
const opening = /^[("'“‘<[«:=/–-]+/;
const closing = /[)"'”’>\]».,;:?=–-]+$/;
/** "pass:abc", "pw=abc": a name and its value in one piece. */
const nameAndValue = /^([a-z]{2,10})[:=](?!\/\/)(?=.)/;
/** "0912345678/abc@123": a login name and its password in one piece. */
const loginAndValue = /^(\d{9,12})\/(?=.)/;

/** @param folded a text folded in place */
export function readPieces(folded: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: whole, index } of folded.matchAll(blanks)) {
    const name = (nameAndValue.exec(whole) ?? loginAndValue.exec(whole))?.[1];
    if (name === undefined) addPiece(pieces, whole, index);
    else {
      pieces.push({ text: name, start: index, end: index + name.length });
      addPiece(pieces, whole.slice(name.length), index + name.length);
    }
  }
  return pieces;
}

function addPiece(pieces: Piece[], whole: string, index: number): void {
  if (whole.length > 60) return;
  const start = index + (opening.exec(whole)?.[0].length ?? 0);
  const inner = whole.slice(start - index);
  const text = inner.slice(0, inner.length - (closing.exec(inner)?.[0].length ?? 0));
  if (text !== '') pieces.push({ text, start, end: start + text.length });
}

import { type PasswordShape, passwordShape } from './password-shape.ts';
import type { ReadText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';
import { appNames } from './tables/app-names.ts';
import { littleWords } from './tables/little-words.ts';
import { beforeValue, loginNames, notAValue, passwordNames } from './tables/password-words.ts';
import { type Piece, readPieces } from './words/read-pieces.ts';

/** How many pieces after its name a password may stand, and how many of them may say something of their own. */
const maxPieces = 14;
const maxOwn = 4;
/** How many little words may stand between a password and its name behind it. */
const maxBack = 5;
/** A password of plain words has no more of them. */
const maxPlainWords = 5;
const says = new Set(['la', 'is', 'was']);

/** Passwords that the text itself gives away. "Mật khẩu là gì" and "quên mật khẩu" are none. */
export function detectPasswords({ written, folded }: ReadText): SecretSpan[] {
  const pieces = readPieces(folded);
  const shapes = pieces.map(({ text }) => passwordShape(text));
  const names = pieces.flatMap((_, at) => (isPasswordName(pieces, at) ? [at] : []));
  const spans = [
    ...pieces.flatMap((piece, at) => (standsOnItsOwn({ pieces, shapes, at, written }) ? [piece] : [])),
    ...names.flatMap((at) => [
      ...valuesBeside({ pieces, shapes, at, written }, folded),
    ]),
  ];
  return spans.map(({ start, end }) => ({ kind: 'password', start, end }));
}

interface Place {
  pieces: readonly Piece[];
  shapes: readonly (PasswordShape | undefined)[];
  at: number;
  written: string;
}

function textAt(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.text ?? '';
}

/** "Mật khẩu", "mật mã" and their short forms. */
function isPasswordName(pieces: readonly Piece[], at: number): boolean {
  const text = textAt(pieces, at);
  if (!passwordNames.has(text)) return false;
  return text === 'khau' || text === 'ma' ? textAt(pieces, at - 1) === 'mat' : true;
}

function isSmall(text: string): boolean {
  return littleWords.has(text) || appNames.has(text) || beforeValue.has(text);
}

/** Nothing else is written like it; or it is a name with a year, and not what somebody signs in as. */
function standsOnItsOwn({ pieces, shapes, at, written }: Place): boolean {
  const shape = shapes[at];
  if (shape === 'certain') return true;
  if (shape !== 'likely' || loginNames.has(textAt(pieces, at - 1)) || loginNames.has(textAt(pieces, at - 2)))
    return false;
  const { start, end } = pieces[at] as Piece;
  return written.slice(start, end) !== written.slice(start, end).toUpperCase();
}

function valuesBeside(place: Place, folded: string): Piece[] {
  const after = valuesAfter(place, folded);
  return after.length > 0 || isIntroduced(folded, place.pieces[place.at] as Piece) ? after : valuesBefore(place);
}

/** The values after a name: the first, and a second where two are told ("cũ … mới …"). */
function valuesAfter({ pieces, shapes, at, written }: Place, folded: string): Piece[] {
  const isAmbiguous = textAt(pieces, at) === 'mk';
  let own = 0;
  let isSaid = isIntroduced(folded, pieces[at] as Piece);
  for (let next = at + 1; next <= Math.min(at + maxPieces, pieces.length - 1); next++) {
    const piece = pieces[next] as Piece;
    if (isPasswordName(pieces, next)) return says.has(textAt(pieces, next - 1)) && piece.text.length > 4 ? [piece] : [];
    const shape = shapes[next];
    if (shape !== undefined && acceptsAfter(shape, { own, isAmbiguous, isSaid })) {
      if (shape !== 'mixed' || own === 0 || !isCodeOfThing(written.slice(piece.start, piece.end)))
        return [piece];
    }
    if (isSaid && textAt(pieces, next - 1) === 'chu' && /^[a-z]{3,}$/.test(piece.text) && !notAValue.has(piece.text)) {
      return [piece];
    }
    if (own === 0 && isSaid) {
      const plain = plainWords(pieces, next, { folded, isAmbiguous, name: at });
      if (plain !== undefined) return plain;
    }
    if (!isSmall(piece.text)) own++;
    if (own > (isAmbiguous ? 0 : maxOwn)) return [];
    isSaid = says.has(piece.text) || (piece.text === 'chu' && isSaid) || isIntroduced(folded, piece);
    if (/[.!?]\s|\n/.test(folded.slice(piece.end, piece.end + 2))) return [];
  }
  return [];
}

function isIntroduced(folded: string, { end }: Piece): boolean {
  return /^\s?["”]?\s?[:=]/.test(folded.slice(end, end + 4));
}

function acceptsAfter(
  shape: PasswordShape,
  { own, isAmbiguous, isSaid }: { own: number; isAmbiguous: boolean; isSaid: boolean },
): boolean {
  if (shape === 'joined') return own === 0 || (isSaid && !isAmbiguous);
  return true;
}

/** "CT01", "PA0048291": letters of an office before digits. */
function isCodeOfThing(text: string): boolean {
  return /^[A-Z]{1,5}[-.]?[\d.-]+$/.test(text) || /^\d+[A-Z]{1,2}\d*[-.]\d/.test(text);
}

/** A password of plain words, said right after "là" or a colon: "mật khẩu là gà mái đẻ". */
function plainWords(
  pieces: readonly Piece[],
  first: number,
  { folded, isAmbiguous, name }: { folded: string; isAmbiguous: boolean; name: number },
): Piece[] | undefined {
  const start = pieces[first] as Piece;
  if (isAmbiguous && first - name < 3) return undefined;
  if (!/^[a-z]{2,}$/.test(start.text) || notAValue.has(start.text)) return undefined;
  const found: Piece[] = [];
  for (let at = first; at < Math.min(pieces.length, first + maxPlainWords); at++) {
    const piece = pieces[at] as Piece;
    if (piece.text === 'co' || piece.text === 'ma' || isPasswordName(pieces, at)) break;
    found.push(piece);
    if (/^["”'’)]?(?:[,.;!?\n]|$)/.test(folded.slice(piece.end, piece.end + 2))) break;
  }
  const asks = found.some(({ text }) => ['gi', 'nao', 'sao', 'may', 'dau', 'nhieu', 'hay'].includes(text));
  const isPhrase = found.length > 1 && found.slice(1).every(({ text }) => !isSmall(text));
  return asks || (isSmall(start.text) && !isPhrase) ? undefined : found;
}

/** A value that stands before its name: "Lanlan@2003 là mk của em", "nhập Toiyeu vào ô mật khẩu". */
function valuesBefore({ pieces, shapes, at }: Place): Piece[] {
  const name = textAt(pieces, at) === 'khau' || textAt(pieces, at) === 'ma' ? at - 1 : at;
  for (let before = name - 1; before >= Math.max(0, name - maxBack); before--) {
    const shape = shapes[before];
    if (shape !== undefined) return [pieces[before] as Piece];
    if (!isSmall(textAt(pieces, before))) return [];
  }
  return [];
}

import type { ReadText } from '../read-text.ts';
import type { SecretSpan } from '../secret-span.ts';
import { appNames } from '../tables/app-names.ts';
import { loginNames } from '../tables/password-words.ts';
import { passwordsAfter } from './password-after.ts';
import { passwordsBefore } from './password-before.ts';
import type { PasswordShape } from './password-shape.ts';
import { isPasswordName, leadsOn, type PasswordText, readPasswordText, textAt } from './password-text.ts';
import { quotedWords } from './quoted.ts';
import type { Piece } from './read-pieces.ts';
import { writtenSo } from './written-so.ts';

const typing = new Set('nhap go danh dien dat xai dung ghi la de'.split(' '));
/** Maximum distance from a value to digits that belong to it, and the words before those. */
const maxToPart = 8;
const adding = new Set('so kem cong them va roi voi sau den toi cham gach sinh'.split(' '));
const ofNoWord: ReadonlySet<PasswordShape> = new Set(['joined', 'fused', 'foreign']);
/** "DatNuoc⏎1975*⏎": the rest of a value on a line of its own. */
const brokenOff = /^\s?\n\s?\d{2,8}[^\p{L}\p{N}\s]{0,3}(?:\n|$)/u;
/** How far from the word for a password, in pieces. */
const reach = 10;
const isEnglish = /(?<![a-z])(?:the|is|my|i|what|how|for|must|and|does|not)(?![a-z])/;
const ofWords: ReadonlySet<PasswordShape> = new Set(['joined', 'fused', 'foreign']);
const namesOfThings = new Set(
  'so phieu mau giay hd bien model seri serial link ver version phien'.split(' '),
);
/** "Thang8Muaroi": words with capitals and a number between them. */
const camel = /^\p{Lu}\p{Ll}{2,}\d{1,4}\p{Lu}\p{Ll}{2,}$/u;
const besideLogin: ReadonlySet<PasswordShape | undefined> = new Set(['certain', 'likely', 'wordy', 'mixed']);
const intoField = new Set('nhap go danh dien dat'.split(' '));
const ofNothingElse: ReadonlySet<PasswordShape> = new Set(['likely', 'wordy']);

/** Finds passwords that the text reveals. "Mật khẩu là gì" and "quên mật khẩu" reveal none. */
export function detectPasswords({ written, folded }: ReadText): SecretSpan[] {
  const text = readPasswordText(written, folded);
  const { hasName } = text;
  const names =
    !hasName || isEnglish.test(folded)
      ? []
      : text.pieces.flatMap((_, at) => (isSureName(text, at) ? [at] : []));
  const found = text.pieces.flatMap((piece, at) => {
    if (isPasswordName(text, at)) return passwordsBeside(text, at);
    return standsOnItsOwn(text, at) ||
      isBesideLogin(text, at) ||
      (hasName && (isMentioned(text, at) || isIntroducedCode(text, at))) ||
      isBesidePin(text, at) ||
      isNoWord(text, at, names)
      ? [piece]
      : [];
  });
  const told = hasName ? [...writtenSo(text), ...quotedWords(text)] : [];
  return [...found, ...told, ...partsBehind(text, told.length > 0 ? told : found)].map(({ start, end }) => ({
    kind: 'password',
    start,
    end,
  }));
}

/** "… chữ lan rồi đến số 1987": digits that the text adds to the last value. */
function partsBehind({ folded, pieces }: PasswordText, found: readonly Piece[]): Piece[] {
  const last = found.at(-1);
  if (last === undefined) return [];
  const first = pieces.indexOf(last) + 1;
  return pieces
    .slice(first, first + maxToPart)
    .filter((piece, at, rest) =>
      at === 0 && brokenOff.test(folded.slice(last.end, piece.end + 1))
        ? true
        : /^\d{2,8}$/.test(piece.text) && adding.has(rest[at - 1]?.text ?? ''),
    );
}

function passwordsBeside(text: PasswordText, name: number): Piece[] {
  const after = passwordsAfter(text, name);
  return after.length > 0 || isIntroduced(text, name) ? after : passwordsBefore(text, name);
}

function isIntroduced(text: PasswordText, name: number): boolean {
  return leadsOn(text, name) && !['la', 'is'].includes(textAt(text, name + 1));
}

/** "0912345678/abc@123": a slash after a long number, which is the login name. */
function isBesideLogin({ folded, pieces, shapes }: PasswordText, at: number): boolean {
  const login = pieces[at - 1]?.text === '/' ? pieces[at - 2] : pieces[at - 1];
  const piece = pieces[at] as Piece;
  if (login === undefined || !/^\d{9,12}$/.test(login.text) || !besideLogin.has(shapes[at])) return false;
  return /^\s?\/\s?$/.test(folded.slice(login.end, piece.start));
}

/** A word with digits, or "nhập vietnamvodich", in a text about a password. */
function isMentioned(text: PasswordText, at: number): boolean {
  const shape = text.shapes[at];
  if (shape === undefined || loginNames.has(textAt(text, at - 1)) || isLogin(text, at)) return false;
  const before = textAt(text, at - 1);
  return (
    ofNothingElse.has(shape) ||
    before === 'chu' ||
    (shape === 'fused' && typing.has(before)) ||
    (shape === 'mixed' && intoField.has(before))
  );
}

/** "…, gửi luôn: bacsau.ruong5cong" in a text about a password. */
function isIntroducedCode(text: PasswordText, at: number): boolean {
  if (text.shapes[at] !== 'mixed' || isLogin(text, at) || isCodeOfThing(text, at)) return false;
  return isAfterColon(text, at);
}

/** "Mã pin token: Ngan.2209": some are no numbers. */
function isBesidePin(text: PasswordText, at: number): boolean {
  const shape = text.shapes[at];
  if (shape === undefined || ofWords.has(shape) || !/\d/.test(textAt(text, at))) return false;
  const before = text.pieces.slice(Math.max(0, at - reach), at).map((piece) => piece.text);
  if (!before.includes('pin') && !before.includes('passcode')) return false;
  if (isCodeOfThing(text, at)) return false;
  return isAfterColon(text, at) || (before.at(-1) === 'la' && textAt(text, at - 2) === 'pin');
}

function isAfterColon({ folded, pieces }: PasswordText, at: number): boolean {
  return /[:=]\s?["“(]?$/.test(folded.slice(Math.max(0, (pieces[at]?.start ?? 0) - 3), pieces[at]?.start));
}

/** "Hồ sơ số: PA11TH0038217" */
function isCodeOfThing(text: PasswordText, at: number): boolean {
  return [1, 2, 3].some((back) => namesOfThings.has(textAt(text, at - back)));
}

/** "Mật khẩu" or "password"; "pass" and "mk" also mean to sell and "I". */
function isSureName(text: PasswordText, at: number): boolean {
  return isPasswordName(text, at) && !['mk', 'pass', 'pas'].includes(textAt(text, at));
}

/** In a Vietnamese text that speaks of a password, a piece that is no Vietnamese word is hardly anything else. */
function isNoWord(text: PasswordText, at: number, names: readonly number[]): boolean {
  const shape = text.shapes[at];
  if (shape === undefined || !ofNoWord.has(shape) || names.length === 0) return false;
  if (isLogin(text, at) || isMisspeltApp(textAt(text, at))) return false;
  return /^[a-z]+$/.test(textAt(text, at)) && names.some((name) => Math.abs(name - at) <= reach);
}

/** "Tài khoản lanxyz", "tên đăng nhập hoanguyen" */
function isLogin(text: PasswordText, at: number): boolean {
  const before = textAt(text, at - 1);
  return (
    loginNames.has(before) || ['khoan', 'tk', 'login'].includes(before) || textAt(text, at - 3) === 'ten'
  );
}

/** "vlneid": one letter too many. */
function isMisspeltApp(word: string): boolean {
  return Array.from(word).some((_, at) => appNames.has(word.slice(0, at) + word.slice(at + 1)));
}

/** Unmistakable without context; or a name with a year that is not a login name. */
function standsOnItsOwn({ written, pieces, shapes }: PasswordText, at: number): boolean {
  const shape = shapes[at];
  if (shape === 'mixed') return camel.test(written.slice(pieces[at]?.start, pieces[at]?.end));
  if (shape !== 'likely') return shape === 'certain';
  if (pieces.slice(Math.max(0, at - 3), at).some(({ text }) => loginNames.has(text))) return false;
  const { start, end } = pieces[at] as Piece;
  const asWritten = written.slice(start, end);
  return asWritten !== asWritten.toUpperCase();
}

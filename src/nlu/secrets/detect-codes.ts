import { isAmount } from './number-shapes.ts';
import type { SecretSpan } from './secret-span.ts';

const otpName =
  /(?<![a-z])(?:(?:ma )?(?:smart )?otp|ma (?:xac (?:nhan|thuc|minh)|kich hoat|bao mat|dang nhap)|ma mot lan|verification code|security code)(?![a-z])/g;
/** "Pin" alone is also a battery. */
const pinName = /(?<![a-z])(?:(?:ma|so) pin|pin(?: (?:code|vneid|the|ky so|la)| ?:)|passcode)(?![a-z])/g;
/** Somebody asks for "the code": what follows at once is one. */
const saidCode =
  /(?<![a-z])(?:doc|gui|nhap|dua|cung cap|cho|bao) (?:\S{1,8} ){0,2}ma (?:so )?(?:la )?:?(?=\d)/g;

/** Letters with a dash before a number make it a dossier's; "OTP-482913" and Google's "G-482913" are codes. */
const code =
  /(?:(?<=(?<![a-z\d])(?:otp|g)-)|(?<!\d|#|\d[/.,:-]|[a-z]-))(?:\d{4,8}|\d{3}[ .-]\d{3}|\d{4}[ -]\d{4}|\d{2}[ -]\d{2}[ -]\d{2}|\d(?:[ -]\d){3,7})(?![\d]|[/.,:-]\d|[a-z]|[ ]\d)/g;
const otherNumber =
  /(?:nam|ngay|thang|sinh|ho so|hs|yeu cau|phieu|thu tuc|bien nhan|tong dai|duong day nong|hotline|goi|dau so|phong|nghi dinh|thong tu|luat|quyet dinh|thue|mst|lich hen|phi|gia|tien)[ :]{1,3}(?:(?:so|la|la so|cua toi) )?$/;
const year = /^(?:19|20)\d\d$/;
/** Nothing but "là", "của tôi", a colon and the like between the name of a code and the code. */
const nextTo =
  /^[^a-z\d]*(?:(?:la|cua|toi|em|minh|ban|day|nay|is|so|moi|vua|nhan|duoc|ve|ma|otp)[^a-z\d]+)*$/;

interface CodeName {
  kind: 'otp' | 'pin';
  words: RegExp;
  /** How far away the code may begin or end, in characters. */
  reach: number;
  /** The code may also stand before its name. */
  eitherSide: boolean;
}

const names: CodeName[] = [
  { kind: 'otp', words: otpName, reach: 45, eitherSide: true },
  { kind: 'pin', words: pinName, reach: 25, eitherSide: false },
  { kind: 'otp', words: saidCode, reach: 1, eitherSide: false },
];

interface Piece {
  start: number;
  end: number;
  text: string;
}

/** One-time codes and PINs, told by the words around them. Dates, prices, years and dossier numbers are neither. */
export function detectCodes(folded: string): SecretSpan[] {
  const codes = piecesOf(folded, code).filter((piece) => !isOtherNumber(folded, piece));
  if (codes.length === 0) return [];
  return names.flatMap((name) => codesBeside(folded, codes, name));
}

/** Both lists are in order of appearance, so each is walked once. */
function codesBeside(
  folded: string,
  codes: Piece[],
  { kind, words, reach, eitherSide }: CodeName,
): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let first = 0;
  for (const name of piecesOf(folded, words)) {
    while (first < codes.length && (codes[first] as Piece).end < name.start - reach) first++;
    for (let at = first; at < codes.length; at++) {
      const { start, end, text } = codes[at] as Piece;
      if (start >= name.end + reach) break;
      const isAfter = start >= name.end;
      const gap = isAfter ? folded.slice(name.end, start) : folded.slice(end, name.start);
      if ((isAfter || eitherSide) && isCode(text, gap, isAfter)) spans.push({ kind, start, end });
    }
  }
  return spans;
}

function piecesOf(folded: string, pattern: RegExp): Piece[] {
  return [...folded.matchAll(pattern)].map(({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    text,
  }));
}

function isOtherNumber(folded: string, { start, end }: Piece): boolean {
  return isAmount(folded, end) || otherNumber.test(folded.slice(Math.max(0, start - 24), start));
}

/** @param gap what stands between the name and the number */
function isCode(text: string, gap: string, isAfter: boolean): boolean {
  if (nextTo.test(gap)) return true;
  return text.replace(/\D/g, '').length === 6 || (isAfter && !year.test(text));
}

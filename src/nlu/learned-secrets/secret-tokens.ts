import { keyOf } from '../heads/example-order.ts';
import { foldInPlace } from '../text/fold-in-place.ts';
import type { Span } from '../text/span.ts';

/** A piece of a message that may be a secret or a part of one. */
export interface SecretToken extends Span {
  /** Folded, in lower case. */
  plain: string;
  /** Stands for a word, or for the form of anything with a digit: six digits are `#6` whatever they are. */
  key: number;
  /** Its letters, digits and signs by kind: "Abc@123" is `Xxx@00+`. */
  shape: string;
  digits: number;
  letters: number;
  /** It is a number, or a word for a digit. */
  isNumber: boolean;
  isDigitWord: boolean;
}

/** Characters; the rest of a longer message is ignored. */
const maxLength = 1200;
const pieces = /[^\s:=,;()“”"[\]{}<>|]+|[:=\n]/g;
const atStart = /^[.'’…]{1,20}/;
const atEnd = /[.!?'’…]{1,20}$/;
const maxForm = 8;
const maxRun = 2;
const digitWords: ReadonlySet<string> = new Set(
  (
    'không linh lẻ một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín chục mươi mười trăm ' +
    'khong le mot bon nam lam nham sau bay tam chin chuc muoi tram zero oh one two three four five six seven eight nine'
  ).split(' '),
);

/** @param text in NFC @returns the part that is read, and the same folded in place */
export function readSecretText(text: string): { written: string; folded: string } {
  const written = text.slice(0, maxLength);
  return { written, folded: foldInPlace(written) };
}

/** Splits a message. */
export function readSecretTokens({ written, folded }: ReturnType<typeof readSecretText>): SecretToken[] {
  return [...written.matchAll(pieces)].map(({ 0: whole, index }) => {
    const trimmed = trim(whole);
    const start = index + trimmed.start;
    const end = index + trimmed.end;
    return tokenOf(written.slice(start, end), folded.slice(start, end), { start, end });
  });
}

function trim(whole: string): Span {
  const start = atStart.exec(whole)?.[0].length ?? 0;
  const end = whole.length - (atEnd.exec(whole)?.[0].length ?? 0);
  return start < end ? { start, end } : { start: 0, end: whole.length };
}

function tokenOf(asWritten: string, plain: string, { start, end }: Span): SecretToken {
  const { shape, digits, letters } = readShape(asWritten);
  const isDigitWord = digits === 0 && digitWords.has(asWritten.toLowerCase());
  // Each field by name: with a spread V8 takes eight times as long.
  return {
    start,
    end,
    plain,
    key: keyOf(normOf(plain, digits, shape)),
    shape,
    digits,
    letters,
    isNumber: isDigitWord || (digits > 0 && letters === 0),
    isDigitWord,
  };
}

function normOf(plain: string, digits: number, shape: string): string {
  if (digits === 0) return plain;
  return digits === plain.length ? `#${digits}` : `#${shape.slice(0, maxForm).toLowerCase()}`;
}

/** A run of one kind is written twice and then `+`. */
function readShape(asWritten: string): Pick<SecretToken, 'shape' | 'digits' | 'letters'> {
  let shape = '';
  let digits = 0;
  let letters = 0;
  let run = 0;
  let last = '';
  for (const character of asWritten) {
    const kind = kindOf(character);
    if (kind === '0') digits++;
    else if (kind === 'x' || kind === 'X') letters++;
    run = kind === last ? run + 1 : 1;
    if (run <= maxRun) shape += kind;
    else if (run === maxRun + 1) shape += '+';
    last = kind;
  }
  return { shape, digits, letters };
}

/** `0` for a digit, `x` and `X` for a letter, else the character itself. */
function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return '0';
  const lower = character.toLowerCase();
  if (lower !== character) return 'X';
  return lower === character.toUpperCase() ? character : 'x';
}

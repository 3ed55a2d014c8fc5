import type { SecretKind } from '../../message.ts';
import type { ReadText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';
import type { Word } from './words/read-words.ts';

/**
 * Mixed capital letters and digits, as generated codes have: "HN7K2Q"; not the letters of an office before a
 * number.
 */
const mixedCode =
  /(?<![\p{L}\d_/.-])(?=[A-Z\d]{5,8}(?![\p{L}\d_/-]))(?:[A-Z]+\d+[A-Z]+|\d+[A-Z]+\d+)[A-Z\d]*/gu;
/** "a7k2qd", directly after "là" or a colon: in small letters these are otherwise words with a number. */
const smallCode =
  /(?<=(?:(?<![a-z])(?:la|is)|[:=]) ?)(?=[a-z\d]{5,8}(?![a-z\d_/-]))(?:[a-z]+\d+[a-z]+|\d+[a-z]+\d+)[a-z\d]*/g;
const reach = 90;
/** "Mã" before the code, with hardly anything between. */
const saidCode =
  /(?<![a-z])(?:otp|ma|code)(?: (?!ho so|so thue|tra cuu|giam gia|khach|don|loi|van don|hs|kh)[a-z\d]{1,7}|\/[a-z]{1,4}){0,14}[ :=]{1,3}$/;

const codeAfter =
  /^["”']? (?:chinh )?la (?:otp|(?:cai )?(?:ma|code)(?! (?:ho so|so thue|tra cuu|giam gia|khach|don|loi|van don|hs|kh|lop)))(?![a-z])/;

/** Words for a code that is used once; a class has a code in small letters too. */
const saidOnce = /(?<![a-z])(?:otp|xac (?:thuc|nhan|minh)|kich hoat|bao mat|dang nhap)(?![a-z])/;

/** Older VietinBank accounts: "711A55667788", "711A 5566 7788". */
const mixedAccount = /(?<![a-z\d])7[012]\d[ .-]?[a-z]{1,2}(?:[ .-]?\d){7,8}(?![ .-]?\d)/g;
/** "Tk timo e 0902xinhgai": the account of a bank may have a name of its owner's choice. */
const namedAccount =
  /(?<![a-z\d@._-])(?=[a-z]{0,20}\d{1,20}[a-z]|\d{1,20}[a-z]|[a-z]{3,20}\d)[a-z\d]{7,20}(?![a-z\d@._-])/g;
/** How far behind the name of the bank, in characters. */
const nearBank = 20;

/**
 * Finds one-time codes of letters and digits that the text calls codes, and accounts with a letter in them.
 */
export function detectMixedCodes({ written, folded, words, names, labels }: ReadText): SecretSpan[] {
  const codes = [...written.matchAll(mixedCode)].filter(
    ({ 0: whole, index }) =>
      saidCode.test(folded.slice(Math.max(0, index - reach), index)) ||
      codeAfter.test(folded.slice(index + whole.length, index + whole.length + reach)),
  );
  const accounts =
    labels.has('account') && labels.has('bank') ? accountsBeside(banksEnd(words, names), folded) : [];
  return [
    ...codes.map((match) => spanOf('otp', match)),
    ...(saidOnce.test(folded) ? [...folded.matchAll(smallCode)] : [])
      .filter(({ index }) => isSaidOnce(folded.slice(Math.max(0, index - reach), index)))
      .map((match) => spanOf('otp', match)),
    ...accounts.map((match) => spanOf('bank-account', match)),
    ...[...folded.matchAll(mixedAccount)].map((match) => spanOf('bank-account', match)),
  ];
}

/** Where the names of banks end. */
function banksEnd(words: readonly Word[], names: ReadText['names']): ReadonlySet<number> {
  return new Set(names.flatMap(({ label, last }) => (label === 'bank' ? [(words[last] as Word).end] : [])));
}

function accountsBeside(banks: ReadonlySet<number>, folded: string): RegExpExecArray[] {
  return [...folded.matchAll(namedAccount)].filter(({ index }) => {
    for (let at = index - 1; at >= index - nearBank; at--) {
      if (/[.,;!?\n]/.test(folded[at] ?? '\n')) return false;
      if (banks.has(at)) return true;
    }
    return false;
  });
}

function isSaidOnce(before: string): boolean {
  return saidCode.test(`${before.trimEnd()} `) && saidOnce.test(before);
}

function spanOf(kind: SecretKind, { 0: whole, index }: RegExpExecArray): SecretSpan {
  return { kind, start: index, end: index + whole.length };
}

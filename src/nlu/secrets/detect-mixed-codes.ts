import type { SecretKind } from '../../message.ts';
import type { ReadText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';

/**
 * Mixed capital letters and digits, as generated codes have: "HN7K2Q"; not the letters of an office before a
 * number.
 */
const mixedCode =
  /(?<![\p{L}\d_/.-])(?=[A-Z\d]{5,8}(?![\p{L}\d_/-]))(?:[A-Z]+\d+[A-Z]+|\d+[A-Z]+\d+)[A-Z\d]*/gu;
const reach = 60;
/** "Mã" before the code, with hardly anything between. */
const saidCode =
  /(?<![a-z])(?:otp|ma|code)(?: (?!ho so|so thue|tra cuu|giam gia|khach|don|loi|van don|hs|kh)[a-z\d]{1,7}){0,8}[ :]{1,3}$/;

/** Older VietinBank accounts: "711A55667788". */
const mixedAccount = /(?<![a-z\d])7\d\da\d{8}(?!\d)/g;

/**
 * Finds one-time codes of letters and digits that the text calls codes, and accounts with a letter in them.
 */
export function detectMixedCodes({ written, folded }: ReadText): SecretSpan[] {
  const codes = [...written.matchAll(mixedCode)].filter(({ index }) =>
    saidCode.test(folded.slice(Math.max(0, index - reach), index)),
  );
  return [
    ...codes.map((match) => spanOf('otp', match)),
    ...[...folded.matchAll(mixedAccount)].map((match) => spanOf('bank-account', match)),
  ];
}

function spanOf(kind: SecretKind, { 0: whole, index }: RegExpExecArray): SecretSpan {
  return { kind, start: index, end: index + whole.length };
}

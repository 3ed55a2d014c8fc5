import type { ReadText } from './read-text.ts';
import type { SecretSpan } from './secret-span.ts';

/** Capital letters and digits by turns, as machines make them: "HN7K2Q"; not an office's letters before a number. */
const mixedCode =
  /(?<![\p{L}\d_/.-])(?=[A-Z\d]{5,8}(?![\p{L}\d_/-]))(?:[A-Z]+\d+[A-Z]+|\d+[A-Z]+\d+)[A-Z\d]*/gu;
const reach = 40;
/** "Mã" and little else in front of it. */
const saidCode =
  /(?<![a-z])(?:otp|ma|code)(?: (?!ho so|so thue|tra cuu|giam gia|khach|don|loi|van don|hs|kh)[a-z]{1,7}){0,5}[ :]{1,3}$/;

/** One-time codes of letters and digits, said to be codes. */
export function detectMixedCodes({ written, folded }: ReadText): SecretSpan[] {
  return [...written.matchAll(mixedCode)].flatMap(({ 0: whole, index: start }) =>
    saidCode.test(folded.slice(Math.max(0, start - reach), start))
      ? [{ kind: 'otp', start, end: start + whole.length }]
      : [],
  );
}

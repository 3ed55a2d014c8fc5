import type { SecretKind } from '../../message.ts';
import type { KindHead } from '../emergency/kind-head.ts';
import type { Span } from '../text/span.ts';
import type { SecretToken } from './secret-tokens.ts';

/** A message and the secrets in it. */
export interface SecretLesson {
  /** In NFC. */
  text: string;
  secrets: readonly LearnedSecret[];
}

export interface LearnedSecret extends Span {
  kind: SecretKind;
}

/** Plain data: it can be passed to `structuredClone` and stored in a file. Its labels are `secretLabels`. */
export type SecretModel = KindHead;

/** The kinds are named here too, so that the name of the model's file changes with them. */
const kinds = [
  'otp',
  'password',
  'pin',
  'passcode',
  'card',
  'national-id',
  'insurance',
  'tax-code',
  'bank-account',
  'phone',
] as const satisfies readonly SecretKind[];

export const secretLabels = ['none', ...kinds] as const;

/** A name of a password, or something that sounds like one. */
const passwordName =
  /(?<![a-z])(?:m[ .-]?k|mkhau|pass?\w{0,6}|p4ss|pw|pwd|khau|khua|khẩu|pin|passcode)(?![a-z])/;
const minDigitWords = 2;

/**
 * The positions of the tokens that may be secrets: those with a digit, digits in words, and, where a password is spoken
 * of, all others too. In the usual message there are none.
 */
export function candidatesIn(tokens: readonly SecretToken[]): number[] {
  const namesPassword = tokens.some(({ plain }) => passwordName.test(plain));
  const saysDigits = tokens.filter(({ isDigitWord }) => isDigitWord).length >= minDigitWords;
  return [...tokens.keys()].filter((at) => {
    const { digits, letters, isDigitWord } = tokens[at] as SecretToken;
    return digits > 0 || (isDigitWord && saysDigits) || (namesPassword && letters > 0);
  });
}

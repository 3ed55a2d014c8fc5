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
const passwordName = /(?<![a-z])(?:m[ .-]?k|mkhau|pass?\w{0,6}|p4ss|pw|pwd|khau|khua|pin|passcode)(?![a-z])/;
const digitWord =
  '(?:khong|linh|le|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|chuc|muoi|tram|zero|one|two|three|four|five|six|seven|eight|nine)';
const neighbouringDigits = new RegExp(`(?<![a-z])${digitWord}[ .,-]{1,3}${digitWord}(?![a-z])`);

/**
 * Whether a text can hold a secret at all: a digit, digits in words, or the name of a password. Cheap; the usual message
 * has none of them.
 * @param folded folded in place
 */
export function mayHoldSecret(folded: string): boolean {
  return /\d/.test(folded) || passwordName.test(folded) || neighbouringDigits.test(folded);
}

/**
 * The positions of the tokens that may be secrets: those with a digit, digits in words, and, where a password is spoken
 * of, all others too.
 */
export function candidatesIn(tokens: readonly SecretToken[], folded: string): number[] {
  const namesPassword = passwordName.test(folded);
  const saysDigits = neighbouringDigits.test(folded);
  return [...tokens.keys()].filter((at) => {
    const { digits, letters, isDigitWord } = tokens[at] as SecretToken;
    return digits > 0 || (isDigitWord && saysDigits) || (namesPassword && letters > 0);
  });
}

import type { SecretKind } from '../../../message.ts';
import type { NumberName } from '../tables/number-names.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { isWithin } from './number-looks.ts';

/** Conditions of a name for the number beside it. */
export interface NameRule {
  kind: SecretKind;
  /** Minimum and maximum number of digits. */
  digits: readonly [number, number];
  /**
   * Maximum number of meaningful words between: `before` if the name comes first, `after` if it comes last.
   */
  before: number;
  after: number;
}

/**
 * A long number is recognised by its length; a short one must be close to its name. −1: never on this side.
 */
export const nameRules: Record<Exclude<NumberName, 'neutral'> | 'bank', NameRule> = {
  otp: { kind: 'otp', digits: [4, 10], before: 4, after: 2 },
  code: { kind: 'otp', digits: [4, 8], before: 0, after: 0 },
  half: { kind: 'otp', digits: [2, 9], before: 0, after: -1 },
  sent: { kind: 'otp', digits: [4, 8], before: 0, after: -1 },
  pin: { kind: 'pin', digits: [4, 8], before: 2, after: 1 },
  passcode: { kind: 'passcode', digits: [4, 8], before: 4, after: 2 },
  password: { kind: 'password', digits: [3, 12], before: 1, after: 0 },
  cardCode: { kind: 'card', digits: [3, 4], before: 1, after: 1 },
  card: { kind: 'card', digits: [13, 19], before: 5, after: 4 },
  account: { kind: 'bank-account', digits: [8, 19], before: 4, after: 3 },
  bank: { kind: 'bank-account', digits: [8, 19], before: 5, after: 4 },
  identity: { kind: 'national-id', digits: [9, 12], before: 5, after: 3 },
};

const partLength = 3;
const codeNames: ReadonlySet<string> = new Set(['otp', 'code', 'pin', 'passcode', 'half']);

/**
 * Whether the number has the length that the name requires; digits read out one by one may be part of a code.
 */
export function hasLength(
  label: keyof typeof nameRules,
  { digits, single, half }: Pick<WrittenNumber, 'digits' | 'single' | 'half'>,
): boolean {
  const isPart = digits.length === partLength && (single || half === true) && codeNames.has(label);
  return isPart || isWithin(digits.length, nameRules[label].digits);
}

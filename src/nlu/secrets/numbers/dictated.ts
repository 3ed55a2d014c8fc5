import type { SecretKind } from '../../../message.ts';
import type { NameLabel, ReadText } from '../read-text.ts';
import type { WrittenNumber } from '../words/written-number.ts';

/** From so many digits on, one does not read out a count. */
const minLength = 6;
const longestCode = 8;
const identityLengths = [9, 12];
const mobileWithoutZero = /^[35789]\d{8}$/;
/** How far before the number, in words, the name of something harmless explains it. */
const reach = 10;
/** "Một hai ba bốn năm sáu" counts on. */
const counting = '01234567890';
const ofCodes: ReadonlySet<NameLabel> = new Set(['otp', 'code', 'pin', 'passcode', 'password']);

/**
 * The kind of a number of which the resident reads out each digit, unless something harmless is named before it.
 * @param end index of the first name that is not before the number
 */
export function dictated(text: ReadText, number: WrittenNumber, end: number): SecretKind | undefined {
  const { digits, single, spoken, isSaid } = number;
  if (digits.length < minLength || !(single || spoken || isSaid) || counting.includes(digits))
    return undefined;
  const nearest = text.names[end - 1];
  if (nearest?.label === 'other' && number.first - nearest.last <= reach) return undefined;
  // "Ba trăm sáu mươi nghìn sáu": with tens it may be a sum.
  if (spoken && !single && ![...text.labels].some((label) => ofCodes.has(label))) return undefined;
  if (digits.length <= longestCode) return 'otp';
  if (mobileWithoutZero.test(digits) && !text.labels.has('identity')) return 'phone';
  return identityLengths.includes(digits.length) ? 'national-id' : 'bank-account';
}

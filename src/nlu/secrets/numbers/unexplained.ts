import type { SecretKind } from '../../../message.ts';
import type { ReadText } from '../read-text.ts';
import { littleWords } from '../tables/little-words.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { looksLikeSum } from './number-looks.ts';

const codeLength = 6;
const minAccount = 10;
/** A year, a round sum, a date (12031958, 120358), a landline without its area code, a hotline. */
const otherShortNumber =
  /^(?:(?:19|20)\d\d|[1-9]\d*00|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|[23]\d{7}|10\d\d|1[89]00\d{4})$/;
/** "Giảm dần 70 60 50" */
const roundTens = /^\d0(?:\D\d0)+$/;
const identityLength = 12;
const longestAccount = 16;
/** Maximum number of polite words around a number in an answer. */
const maxCourtesy = 6;

/** The kind of a number without a name: six digits are a code, a long number in one piece is an account. */
export function unexplained(text: ReadText, number: WrittenNumber): SecretKind | undefined {
  const { digits, spoken, single, first, last } = number;
  // Counting: "tôi có hai ba bốn năm con".
  if (spoken && '0123456789'.includes(digits)) return undefined;
  if (roundTens.test(text.folded.slice(number.start, number.end))) return undefined;
  if (digits.length === codeLength && (!spoken || single)) {
    return !looksLikeSum(text, number) || isAlone(text, number) || isTyped(text, number) ? 'otp' : undefined;
  }
  if (number.half === true && isAlone(text, number)) return 'otp';
  if (isShortCode(number) && isAlone(text, number)) return 'otp';
  if (spoken || first !== last || digits.length < minAccount || digits.length === identityLength) {
    return undefined;
  }
  // Numbers of this length are hardly anything else, and masking one does not spoil an answer.
  const isLong = digits.length > identityLength && digits.length <= longestAccount;
  return isLong || isAlone(text, number) ? 'bank-account' : undefined;
}

/** "Gõ 847.120 theo tin nhắn": a code with a dot, and no sum, is typed from a message. */
function isTyped({ words, folded }: ReadText, { first }: WrittenNumber): boolean {
  return typing.has(words[first - 1]?.text ?? '') && fromMessage.test(folded);
}

const typing = new Set('go nhap bam dien danh'.split(' '));
const fromMessage = /(?<![a-z])(?:tin nhan|gui ve|sms|otp|xac (?:thuc|nhan|minh))(?![a-z])/;

function isCourtesy(word: string): boolean {
  return littleWords.has(word) || asking.has(word) || halfOfCode.test(word);
}

/** "339 rồi 801" */
const halfOfCode = /^\d{3}$/;
/** "5567 phải không cháu" */
const asking = new Set('phai khong ko k dung chua thua vang'.split(' '));

/** Four to eight digits that are no year, date, sum or landline. */
function isShortCode({ digits, spoken, single }: WrittenNumber): boolean {
  if (!/^\d{4,8}$/.test(digits) || (spoken && !single)) return false;
  return !otherShortNumber.test(digits);
}

/** Only polite words around it, as in an answer. */
function isAlone({ words }: ReadText, { first, last }: WrittenNumber): boolean {
  if (words.length > last - first + maxCourtesy) return false;
  // "Số 1234" names a thing by its number.
  if (first === 1 && last === words.length - 1 && words[0]?.text === 'so') return false;
  return words.every(({ text }, at) => (at >= first && at <= last) || isCourtesy(text));
}

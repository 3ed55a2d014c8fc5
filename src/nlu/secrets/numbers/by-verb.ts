import type { SecretKind } from '../../../message.ts';
import type { ReadText } from '../read-text.ts';
import { appNames } from '../tables/app-names.ts';
import type { WrittenNumber } from '../words/written-number.ts';
import { isDoubtful, isWithin } from './number-looks.ts';

const codeDigits = [4, 8] as const;
const pinDigits = [4, 6] as const;
const sending = new Set('gui nhan bao hien doi'.split(' '));
const senders = new Set('no ho may ben app he thong'.split(' '));
const giving = new Set('gui dua cho doc nhan bao'.split(' '));
const readers = new Set('em e toi tui con chau bac ba me bo ong co chu anh chi minh'.split(' '));
const pressing = new Set('bam nhan go nhap danh an la'.split(' '));
/** "Đọc cho nó SỐ 4829" */
const naming = new Set(['so', 'ma', 'la']);
/** How far from the number, in characters, a word for taking money may be. */
const reach = 60;
const takesMoney =
  /(?<![a-z])(?:atm|rut tien|(?:o|ra) (?:cai )?cay|cay tien|rut (?:ho|giup|dum|gium)|lay tien|nuot the|rut duoc)(?![a-z])/;

/**
 * The kind of a number from the verb directly before it: "zalo gửi 4410 cho em", "nhấn 4321 ở cây ATM".
 * @returns undefined for a year, a round sum, and any other verb
 */
export function byVerb({ words, folded }: ReadText, number: WrittenNumber): SecretKind | undefined {
  const { first, digits, start, end } = number;
  if (isDoubtful(number) || digits.endsWith('00')) return undefined;
  const at = naming.has(words[first - 1]?.text ?? '') ? first - 1 : first;
  const verb = words[at - 1]?.text ?? '';
  const subject = words[at - 2]?.text ?? '';
  const isGiven = giving.has(subject) && (verb === 'no' || verb === 'ho');
  const isSent =
    isGiven ||
    (verb === 'doc' && readers.has(subject)) ||
    (sending.has(verb) && (senders.has(subject) || appNames.has(subject)));
  if (isSent && isWithin(digits.length, codeDigits)) return 'otp';
  const isPressed =
    pressing.has(verb) && takesMoney.test(folded.slice(Math.max(0, start - reach), end + reach));
  return isPressed && isWithin(digits.length, pinDigits) ? 'pin' : undefined;
}

import type { NameLabel, ReadText } from '../read-text.ts';
import { explainsShort, explainsWritten } from '../tables/other-numbers.ts';
import { unitAfter } from '../words/read-numbers.ts';
import type { Word } from '../words/read-words.ts';
import type { WrittenNumber } from '../words/written-number.ts';

/** A subscriber, or a hotline. */
const phone = /^(?:1[89]00\d{4,6}|(?:0|(?:00)?840?)(?:[35789]\d{8}|2\d{9}))$/;
/** "15/9", "8:30", "27,48", "85/kg": part of a date, time, decree or amount. */
const partAfter = /^(?:[/:,]\d|\/[a-z]|[.-][a-z]{1,2}\d)/;
const partBefore = /\d[/:,]$|\d\) ?$|[a-z]-$|[#*]$/;
/** Sender prefixes of a code, with a dash: Google's "G-482913". */
const senderPrefix = /(?<![a-z\d])(?:g|fb|ig|otp|vn)-$/;
const yearAndMonth = /^(?:19|20)\d\d[-.](?:0[1-9]|1[0-2])$/;
const address = /:\/\/|\.(?:vn|com|net|org|gov|me)\//;
const longestAddress = 150;
const thousands = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const ofCodes: ReadonlySet<NameLabel> = new Set(['otp', 'pin', 'passcode', 'password']);
const ofSecrets: ReadonlySet<NameLabel> = new Set([...ofCodes, 'card', 'account', 'bank', 'identity']);
const codeLength = 6;
const longestExplained = 8;
/** "Nhắn 8066" writes to a service; "họ nhắn 920113" brings a code. */
const longestService = 5;
/** "Mã vừa đến 730118" */
const arriving = new Set(['den', 'toi']);
const codeBefore = /(?<![a-z])(?:otp|ma|code)(?: (?:otp|xac nhan|moi|vua|dang|da|gui|nhan|no|ho)){0,4} $/;
/** "CVV 112" is no call. */
const cardCode = /c[cv][cv]2?\W{1,3}(?:la )?$/;
const round = /^[1-9]\d*000$/;

/** Whether the form alone shows an amount, measure, date, phone number or part of a longer code. */
export function isOtherNumber(text: ReadText, number: WrittenNumber): boolean {
  const { written, folded, words } = text;
  const { start, end, first, last, digits, spoken } = number;
  if (unitAfter(folded, end, digits) || phone.test(digits)) return true;
  if (spoken) return false;
  const before = folded.slice(Math.max(0, start - 8), start);
  return (
    touches(words[first - 1], start) ||
    (isSeries(written.slice(Math.max(0, start - 4), start)) && !isNamed(text, number)) ||
    touches(words[last + 1], end) ||
    partAfter.test(folded.slice(end, end + 4)) ||
    (partBefore.test(before) && !senderPrefix.test(before)) ||
    thousands.test(folded.slice(start, end)) ||
    yearAndMonth.test(folded.slice(start, end)) ||
    isInAddress(folded, start) ||
    (isEmergencyCall(words.slice(first, last + 1)) && !cardCode.test(before)) ||
    (isRoundSum(digits) && !isNamed(text, number, ofCodes))
  );
}

function touches(word: Word | undefined, at: number): boolean {
  return word !== undefined && (word.end === at || word.start === at);
}

/** "BK 123456": two letters of a series number; without a vowel they are no word. */
function isSeries(before: string): boolean {
  return /(?:^|[^\p{L}])[B-DF-HJ-NP-TV-XZ]{2} $/u.test(before);
}

/** "TK 1903…", "MB 0801…" */
function isNamed({ names }: ReadText, { first }: WrittenNumber, labels = ofSecrets): boolean {
  return names.some(({ last, label }) => last === first - 1 && labels.has(label));
}

/** "https://…/id=455177". */
function isInAddress(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - longestAddress), start);
  return address.test(before.slice(before.search(/\S*$/)));
}

/** "113 115" */
function isEmergencyCall(groups: readonly Word[]): boolean {
  return groups.every(({ text }) => /^11[1-5]$/.test(text));
}

function isRoundSum(digits: string): boolean {
  return digits.length > 4 && digits.length < 12 && round.test(digits);
}

/** Whether the word directly before a number explains it: "năm 2024", "lô 250711". */
export function explains(
  { written, folded, isBare }: ReadText,
  word: Word,
  { digits, start, end }: WrittenNumber,
): boolean {
  if (/[:=]/.test(folded.slice(word.end, start))) return false;
  if (word.text === 'tu' && /^ (?:doi )?(?:sang|thanh|qua) /.test(folded.slice(end, end + 11))) return false;
  if (digits.length > longestExplained) return false;
  if (arriving.has(word.text) && codeBefore.test(folded.slice(Math.max(0, word.start - 24), word.start)))
    return false;
  if (word.text === 'nhan' && digits.length > longestService) return false;
  const asWritten = written.slice(word.start, word.end).toLowerCase();
  if (asWritten !== word.text) return explainsWritten.has(asWritten);
  if (word.text === 'con' && !isBare) return false;
  return digits.length < codeLength && explainsShort.has(word.text);
}

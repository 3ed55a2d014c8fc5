import { explainsWritten } from '../tables/other-numbers.ts';
import { digitOf, markDigitWords } from '../words/digit-words.ts';
import { unitAfter } from '../words/read-numbers.ts';
import { isNumeric, readWords, type Word } from '../words/read-words.ts';
import type { Edit } from './edits.ts';

/** Words that a reader says between the groups of one number, for a pause or for a sign: "rồi", "gạch", "chấm". */
const links = new Set(
  'roi r xong voi vs cham gach cach phay tiep ke nghi tru xuyet xuyec xet cong then dash dot space'.split(
    ' ',
  ),
);
/** They link single digits, or the groups of a long number: else "15 tới 20" is a range. */
const weakLinks = new Set('toi den ne nha nhe day a va and so x'.split(' '));
/** They stand beside a link: "xong tới", "cuối cùng là", "dấu cách". */
const besideLinks = new Set(
  'la thi do truoc theo dau ngang duoi cung cuoi them nua khoang trang moi lai'.split(' '),
);
/** "Cuối cùng là không sáu" */
const lastly = /^[\s,.;]{0,4}(?:va )?cuoi(?: cung)?(?: la)? $/;
/** "Số một, số chín"; without a comma, "3 số sau" counts. */
const numbered = /^[\s,]{1,3}so $/;
const plainGap = /^[\s,.…-]{1,4}$/;
/** "Bốn chín~hai không": unusual signs between words; `joinGroups` reads those between figures. */
const unusualGap = /^[^\p{L}\p{N}?!:;]{1,4}$/u;
const usualGap = /^[ ,.…-]{1,4}$/;
const wordBefore = /\p{L}+(?=[ ]$)/u;
/** "Gọi" and "nhắn" explain a service, not groups in a row. */
const calling = new Set(['gọi', 'nhắn']);
const maxGap = 28;
const maxWordsBetween = 4;
/** One longer group at the most, else each is a number by itself: "482913 rồi 482931". */
const maxGroup = 5;
const maxLongGroup = 7;
const minDigits = 4;
const maxDigits = 19;
/** From so many digits on, groups said one after the other are hardly anything but one number. */
const minLong = 9;
const wholeNumber = /^0(?:[35789]\d{8}|(?:0[1-9]|[1-8]\d|9[0-6])\d{9})$/;
/** Words for a code, or for its coming or typing, near a short number. */
const ofCode =
  /(?<![a-z])(?:otp|code|pin|passcode|mk|khau|pass|cvv|sms|tin|nhan|gui|dang nhap|xac (?:thuc|nhan|minh)|chu so|bam|go|nhap|dien|doc|bi mat|rut tien|hien (?:len|ra))(?![a-z])/;
const codeInWriting = /(?<![\p{L}])(?:mã|ma)(?![\p{L}])/iu;
const reach = 80;

interface Gap {
  start: number;
  end: number;
}

interface Chain {
  start: number;
  end: number;
  /** The digits of each group between links. */
  groups: string[];
  gaps: Gap[];
  /** Only weak links somewhere. */
  isWeak: boolean;
}

/** Leaves a blank for the words said between the groups of one number: "4 8 2 rồi 9 1 3", "042 gạch 048". */
export function joinLinked(folded: string, written: string): Edit[] {
  return chainsOf(folded, written)
    .filter((chain) => chain.gaps.length > 0 && isOneNumber(chain, folded, written))
    .flatMap(({ gaps }) => gaps.map((gap) => ({ ...gap, by: ' ' })));
}

function chainsOf(folded: string, written: string): Chain[] {
  const words = readWords(folded);
  const isDigit = markDigitWords(written, words);
  const isPart = words.map((word, at) => isDigit[at] === true || isNumeric(word));
  const chains: Chain[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!isPart[at]) continue;
    const { start } = words[at] as Word;
    const chain: Chain = {
      start,
      end: start,
      groups: [digitsOf(words[at] as Word)],
      gaps: [],
      isWeak: false,
    };
    for (let next = nextPart(words, isPart, at); next !== undefined; next = nextPart(words, isPart, at)) {
      const gap = { start: (words[at] as Word).end, end: (words[next] as Word).start };
      const isNext = next === at + 1;
      const sign = folded.slice(gap.start, gap.end);
      const isSigned = isNext && isSignInWords(sign, words[at] as Word, words[next] as Word);
      const isPlain = isNext && !isSigned && plainGap.test(sign);
      if (!isPlain && !isSigned && !isLink(folded, gap, words.slice(at + 1, next))) break;
      const digits = digitsOf(words[next] as Word);
      if (isPlain) chain.groups.push(`${chain.groups.pop()}${digits}`);
      else {
        chain.groups.push(digits);
        chain.gaps.push(gap);
        chain.isWeak ||= !isSigned && !isStrong(words.slice(at + 1, next));
      }
      at = next;
    }
    chains.push({ ...chain, end: (words[at] as Word).end });
  }
  return chains;
}

function nextPart(words: readonly Word[], isPart: readonly boolean[], at: number): number | undefined {
  for (let next = at + 1; next <= at + 1 + maxWordsBetween && next < words.length; next++)
    if (isPart[next]) return next;
  return undefined;
}

function isLink(folded: string, { start, end }: Gap, between: readonly Word[]): boolean {
  if (end - start > maxGap || between.length === 0) return false;
  const said = folded.slice(start, end);
  if (lastly.test(said)) return true;
  if (numbered.test(said)) return said.includes(',');
  return (
    between.some(({ text }) => links.has(text) || weakLinks.has(text)) &&
    between.every(({ text }) => links.has(text) || weakLinks.has(text) || besideLinks.has(text))
  );
}

function isStrong(between: readonly Word[]): boolean {
  return between.some(({ text }) => links.has(text) || text === 'cuoi');
}

function isSignInWords(sign: string, left: Word, right: Word): boolean {
  return !isNumeric(left) && !isNumeric(right) && unusualGap.test(sign) && !usualGap.test(sign);
}

function digitsOf(word: Word): string {
  return isNumeric(word) ? word.text : (digitOf.get(word.text) ?? '');
}

function isOneNumber({ start, end, groups, isWeak }: Chain, folded: string, written: string): boolean {
  const digits = groups.join('');
  if (digits.length < minDigits || digits.length > maxDigits || isSeries(groups)) return false;
  if (unitAfter(folded, end, digits)) return false;
  if (wholeNumber.test(digits)) return true;
  const long = groups.filter((group) => group.length > maxGroup);
  if (long.length > 1 || long.some((group) => group.length > maxLongGroup)) return false;
  if (digits.length >= minLong) return true;
  if (isWeak && groups.some((group) => group.length > 1)) return false;
  if (isExplained(written, start)) return false;
  const from = Math.max(0, start - reach);
  return ofCode.test(folded.slice(from, end + reach)) || codeInWriting.test(written.slice(from, end + reach));
}

/** "Trang 12 rồi 15 rồi 30" */
function isExplained(written: string, start: number): boolean {
  const word = wordBefore.exec(written.slice(Math.max(0, start - 10), start))?.[0].toLowerCase() ?? '';
  return explainsWritten.has(word) && !calling.has(word);
}

/** "12 rồi 13 rồi 14" counts on. */
function isSeries(groups: readonly string[]): boolean {
  return (
    groups.length > 1 && groups.every((group, at) => at === 0 || Number(group) - Number(groups[at - 1]) === 1)
  );
}

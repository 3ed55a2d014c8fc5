import { fixKeystrokes } from '../../text/raw-keystrokes.ts';
import { isSyllable } from '../../text/syllables.ts';
import { appNames } from '../tables/app-names.ts';
import { notAPassword, notAValue } from '../tables/password-words.ts';

/**
 * How much a piece of text looks like a password by itself:
 * `certain` letters, digits and signs in one, as nothing else is written ("Lua@vang9");
 * `likely` words in one piece with digits behind ("maiyeu0312");
 * `wordy` a word with digits behind ("phuong2k");
 * `mixed` letters with digits or signs, which codes of things also have;
 * `joined` two words in one piece ("hoasen"), which a slip of the finger makes too;
 * `fused` three and more ("hoasenxanh");
 * `foreign` a word of no language we know.
 */
export type PasswordShape = 'certain' | 'likely' | 'wordy' | 'mixed' | 'joined' | 'fused' | 'foreign';

const address =
  /:\/\/|^www\.|^[\w.+-]+@[a-z][\w-]*\.|^[a-z\d.-]+\.(?:vn|com|net|org|gov|edu|info|io|me|app|page|ly|xyz|top)(?:\/|$)/;
const lettersAndDigits = /[a-z].*\d|\d.*[a-z]/;
const sign = /[@#$%^&*!?_+~]/;
const certainForm = /^[a-z\d][a-z\d._-]*[@#$!^&*~%+][a-z\d@#$!^&*~%+._-]*$/;
const likelyForm = /^([a-z]{4,})(\d{2,6})$/;
const wordyForm = /^([a-z]{4,})[._]?\d+[a-z]{0,2}$/;
const birthYear = /^(?:19[2-9]\d|20[0-2]\d)$/;
/** "30p", "2.5kw", "t12", "12a", "km3+450", "32.000x22": measures, dates, school classes. */
const measure =
  /^(?:[\d.,+/x]+[a-z]{0,3}\d?|[a-z]{1,2}\d{1,3}(?:[+.]\d+)?|(?:19|20)\d\d[a-z]{0,3}|\d+[a-z]{1,4})$/;
/** "1234567a" counts nothing. */
const longMixed =
  /^(?:\d{6,}(?!(?:d|k|tr|vnd|dong)$)[a-z]+|\d{3,}(?!(?:tr|vnd|dong|km|cm|mm|kg|gb|mb|mah|kwh|kw|th|vn|cc|ml|ha|px|usd|do|cai|con)$)[a-z]{2,4})$/;
const letters = /^[a-z]+$/;
/** "#quen": a tap sends its title behind this sign. */
const hashtag = /^#[a-z]+$/;
/** "ho.tay" */
const dotted = /^[a-z]{2,}\.[a-z]{3,}$/;
const devices = new Set(
  'iphone ipad win windows android samsung galaxy redmi xiaomi oppo vivo note covid'.split(' '),
);
const minJoined = 5;
/** Words that a slip of the finger joins: "lagi", "khongduoc". */
const talk = new Set(
  'la gi ko k khong duoc dc sai dung quen sao roi bi mat vay khac cu moi nao hay co phai nhe nha ha ad'.split(
    ' ',
  ),
);
/** English words split into shorter pieces: "i-so-la-ti-on". */
const minPerSyllable = 2.6;

/** @param folded one piece of text without blanks, folded, without surrounding quotes and punctuation */
export function passwordShape(folded: string): PasswordShape | undefined {
  if (folded.length < 4 || folded.length > 40 || address.test(folded)) return undefined;
  if (hashtag.test(folded)) return undefined;
  if (letters.test(folded)) return lettersShape(folded);
  if (dotted.test(folded)) return 'foreign';
  if (isLikely(folded)) return 'likely';
  if (measure.test(folded)) return longMixed.test(folded) ? 'mixed' : undefined;
  if (certainForm.test(folded) && lettersAndDigits.test(folded)) return 'certain';
  if (isWordy(folded)) return 'wordy';
  if (lettersAndDigits.test(folded)) return isProduct(folded) ? undefined : 'mixed';
  return sign.test(folded) && /[a-z]{2}/.test(folded) && !/[?!]$/.test(folded) ? 'mixed' : undefined;
}

function isLikely(folded: string): boolean {
  const [, word = '', digits = ''] = likelyForm.exec(folded) ?? [];
  if (word === '' || notAPassword.has(word) || appNames.has(word)) return false;
  return isSyllable(word) ? birthYear.test(digits) : countSyllables(word) > 1;
}

function isWordy(folded: string): boolean {
  const word = wordyForm.exec(folded)?.[1];
  return word !== undefined && !notAPassword.has(word) && !appNames.has(word);
}

/** "iphone14", "win10" */
function isProduct(folded: string): boolean {
  return devices.has(/^([a-z]{3,})\d{1,2}$/.exec(folded)?.[1] ?? '');
}

function lettersShape(word: string): PasswordShape | undefined {
  if (word.length < minJoined || isSyllable(word) || appNames.has(word) || notAValue.has(word))
    return undefined;
  if (isSyllable(fixKeystrokes(word)) || isProductName(word)) return undefined;
  const syllables = countSyllables(word);
  if (syllables === 0) return 'foreign';
  if (syllables === 2 && isSlip(word)) return undefined;
  return syllables > 2 && word.length >= syllables * minPerSyllable ? 'fused' : 'joined';
}

/** Two words with a blank left out, at least one of them talk. */
function isSlip(word: string): boolean {
  for (let at = 1; at < word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (talk.has(left) && talk.has(right)) return true;
  }
  return false;
}

/** Product names often begin with an extra i or e. */
function isProductName(word: string): boolean {
  return /^[ie]/.test(word) && [1, 2].includes(countSyllables(word.slice(1)));
}

/** The minimum number of syllables that make up a word; 0 if it cannot be split into syllables. */
function countSyllables(word: string): number {
  const fewest: (number | undefined)[] = [0];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = fewest[start];
      if (before === undefined || !isSyllable(word.slice(start, end))) continue;
      fewest[end] = Math.min(fewest[end] ?? before + 1, before + 1);
    }
  }
  return fewest[word.length] ?? 0;
}

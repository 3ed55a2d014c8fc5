import { createRandom, type Random } from '../../src/nlu/heads/random.ts';
import { toTelex, toVni } from './keystrokes.ts';

/** A way to write a message that must not change how the bot reads it. */
export interface WrittenForm {
  name: string;
  /** The message in this form. Deterministic. */
  write(text: string): string;
}

/** Abbreviations by the words that they stand for; longer phrases first. */
const shortForms: readonly (readonly [string, string])[] = [
  ['như thế nào', 'ntn'],
  ['làm thế nào', 'lm tn'],
  ['bao nhiêu', 'bn'],
  ['bao giờ', 'bh'],
  ['đăng nhập', 'dn'],
  ['đăng ký', 'đk'],
  ['mật khẩu', 'mk'],
  ['tài khoản', 'tk'],
  ['điện thoại', 'đt'],
  ['hướng dẫn', 'hd'],
  ['dịch vụ công', 'dvc'],
  ['mọi người', 'mn'],
  ['không', 'ko'],
  ['được', 'đc'],
  ['làm', 'lm'],
  ['biết', 'bít'],
  ['người', 'ng'],
  ['trước', 'trc'],
  ['cũng', 'cx'],
  ['với', 'vs'],
  ['vậy', 'z'],
  ['rồi', 'r'],
  ['gì', 'j'],
];

const neighbours: Record<string, string> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  x: 'zc',
  y: 'tu',
};

export const writtenForms: readonly WrittenForm[] = [
  { name: 'as is', write: (text) => text },
  { name: 'no diacritics', write: withoutDiacritics },
  { name: 'teencode', write: inShortForms },
  { name: 'one typo', write: (text) => withTypos(text, 1) },
  { name: 'two typos', write: (text) => withTypos(text, 2) },
  { name: 'Telex', write: (text) => eachWord(text, toTelex) },
  { name: 'VNI', write: (text) => eachWord(text, toVni) },
  { name: 'NFD', write: (text) => text.normalize('NFD') },
  { name: 'other tone place', write: withOtherTonePlace },
  { name: 'polite', write: (text) => `Dạ em chào ad, cho em hỏi ${text}, em cảm ơn ạ` },
  { name: 'tight punctuation', write: (text) => text.replace(/\s*([.,;:!?])\s+/g, '$1') },
];

export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}

/** "hòa" ↔ "hoà": both spellings of open oa, oe and uy are in use. */
export function withOtherTonePlace(text: string): string {
  const tone = /([\u0300\u0301\u0303\u0309\u0323])/.source;
  return text
    .normalize('NFD')
    .replace(
      new RegExp(`(o)${tone}([ae])(?![\\p{L}\\p{M}])|(o)([ae])${tone}(?![\\p{L}\\p{M}])`, 'giu'),
      swapTone,
    )
    .replace(
      new RegExp(`(?<!q)(u)${tone}(y)(?![\\p{L}\\p{M}])|(?<!q)(u)(y)${tone}(?![\\p{L}\\p{M}])`, 'giu'),
      swapTone,
    )
    .normalize('NFC');
}

function swapTone(
  _: string,
  first: string,
  early: string,
  second: string,
  a: string,
  b: string,
  late: string,
): string {
  return early ? `${first}${second}${early}` : `${a}${late}${b}`;
}

function inShortForms(text: string): string {
  let short = text.normalize('NFC').toLowerCase();
  for (const [words, form] of shortForms) {
    short = short.replace(new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'gu'), form);
  }
  return short;
}

function withTypos(text: string, count: number): string {
  const random = createRandom(
    [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, count),
  );
  const words = text.split(' ');
  for (let done = 0; done < count; done++) {
    const long = [...words.keys()].filter((at) => (words[at] as string).length >= 3);
    const at = long[Math.floor(random() * long.length)];
    if (at !== undefined) words[at] = withTypo(words[at] as string, random);
  }
  return words.join(' ');
}

function withTypo(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1));
  const [before, letter, after] = [word.slice(0, at), word[at] as string, word.slice(at + 1)];
  const near = neighbours[withoutDiacritics(letter).toLowerCase()];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + after;
  if (kind === 1) return before + (after[0] ?? '') + letter + after.slice(1);
  if (kind === 2) return before + letter + letter + after;
  return before + (near?.[Math.floor(random() * near.length)] ?? letter) + after;
}

function eachWord(text: string, write: (word: string) => string): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, write);
}

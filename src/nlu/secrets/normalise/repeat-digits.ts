import { keepFirst } from '../../text/span.ts';
import { digitOf } from '../words/digit-words.ts';
import type { Edit } from './edits.ts';

const times = new Map([
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['double', 2],
  ['triple', 3],
  ['tam hoa', 3],
  ['tu quy', 4],
  ['ngu quy', 5],
  ['luc quy', 6],
]);
const digit = [...digitOf.keys(), '\\d'].join('|');
/** "Ba lần số bốn", "ba con tám", "6 con 8", "hai số không"; "tứ quý 3" as sellers of numbers say; "double two". */
const repeated = new RegExp(
  `(?<![a-z\\d])(?:(hai|ba|bon|nam|sau|bay|tam|[2-8]) (?:lan (?:so|con)|so|con)|(double|triple|tam hoa|(?:tu|ngu|luc) quy)) (?:con |so )?(${digit})(?![a-z\\d])(?! (?:lan|tuoi|thang|ngay|gio|phut|trieu|con|nguoi))`,
  'g',
);
/** Lucky pairs of digits, said twice or more: "lộc phát lộc phát". */
const luckyPairs = new Map([
  ['loc phat', '6 8'],
  ['phat loc', '8 6'],
  ['than tai', '7 9'],
  ['ong dia', '3 8'],
]);
const lucky = [...luckyPairs.keys()].join('|');
const luckyNumber = new RegExp(`(?<![a-z])(?:${lucky})(?:[ ,.-]{1,3}(?:${lucky}))+(?![a-z])`, 'g');
const luckyPair = new RegExp(lucky, 'g');

/** Writes a digit that is said with a number of times that many times: "ba số bốn" is "bốn bốn bốn". */
export function repeatDigits(folded: string, written: string): Edit[] {
  const repetitions = [...folded.matchAll(repeated)].flatMap(
    ({ 0: whole, 1: count, 2: named, 3: said = '', index }) => {
      const end = index + whole.length;
      const often = timesOf(named ?? count ?? '', written.slice(index, end));
      if (often === undefined || (said === 'sau' && isBehind(written.slice(index, end)))) return [];
      const by = Array(often)
        .fill(written.slice(end - said.length, end))
        .join(' ');
      return [{ start: index, end, by }];
    },
  );
  const pairs = [...folded.matchAll(luckyNumber)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    by: (whole.match(luckyPair) ?? []).map((pair) => luckyPairs.get(pair)).join(' '),
  }));
  return keepFirst([...repetitions, ...pairs], folded.length);
}

/** "Ba số sau": a text with diacritics writes the digit with its own. */
function isBehind(written: string): boolean {
  return written.endsWith('sau') && /số/i.test(written);
}

/** From five on with its diacritics: "sau số 9" is no "sáu số 9". */
function timesOf(count: string, written: string): number | undefined {
  if (/^\d$/.test(count)) return Number(count);
  return times.get(count) ?? times.get(written.slice(0, count.length).toLowerCase());
}

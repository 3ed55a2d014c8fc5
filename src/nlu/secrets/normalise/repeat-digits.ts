import { digitOf } from '../words/digit-words.ts';
import type { Edit } from './edits.ts';

const times = new Map([
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['double', 2],
  ['triple', 3],
]);
const digit = [...digitOf.keys(), '\\d'].join('|');
/** "Ba lần số bốn", "ba con tám", "hai số không"; "double two". */
const repeated = new RegExp(
  `(?<![a-z\\d])(?:(hai|ba|bon) (?:lan (?:so|con)|so|con)|(double|triple)) (${digit})(?![a-z\\d])(?! (?:lan|tuoi|thang|ngay|gio|phut|trieu|con|nguoi))`,
  'g',
);

/** Writes a digit that is said with a number of times that many times: "ba số bốn" is "bốn bốn bốn". */
export function repeatDigits(folded: string, written: string): Edit[] {
  return [...folded.matchAll(repeated)].map(({ 0: whole, 1: count, 2: english, 3: said = '', index }) => {
    const end = index + whole.length;
    const by = Array(times.get(count ?? english ?? '') ?? 1)
      .fill(written.slice(end - said.length, end))
      .join(' ');
    return { start: index, end, by };
  });
}

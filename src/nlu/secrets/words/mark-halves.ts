import type { WrittenNumber } from './written-number.ts';

const halfLength = 3;
const longestGap = 12;
const joined = /^[\s,.;]*(?:va|voi|roi|cong|tiep|sau do|xong|den|then|and)?[\s,.;]*$/;

/** Marks numbers of three digits that stand in pairs, as a code told in two halves does. */
export function markHalves(folded: string, numbers: WrittenNumber[]): WrittenNumber[] {
  const isPair = numbers.map((number, at) => {
    const next = numbers[at + 1];
    if (next === undefined || next.start - number.end > longestGap) return false;
    if (number.digits.length !== halfLength || next.digits.length !== halfLength) return false;
    return joined.test(folded.slice(number.end, next.start));
  });
  return numbers.map((number, at) =>
    isPair[at] === true || isPair[at - 1] === true ? { ...number, half: true } : number,
  );
}

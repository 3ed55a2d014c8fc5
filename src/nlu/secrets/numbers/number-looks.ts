import type { ReadText } from '../read-text.ts';
import type { WrittenNumber } from '../words/written-number.ts';

const year = /^(?:19|20)\d\d$/;
const roundThousand = /^[1-9]000$/;

export function isYear({ digits }: WrittenNumber): boolean {
  return year.test(digits);
}

/** Four digits that may be a year or an amount; "1 9 6 0" is neither. */
export function isDoubtful({ digits, single, spoken }: WrittenNumber): boolean {
  if (single && !spoken) return false;
  return year.test(digits) || roundThousand.test(digits);
}

/** "195.443" may be a code or a count. */
export function looksLikeSum({ folded }: ReadText, { start, end }: WrittenNumber): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(folded.slice(start, end));
}

export function isWithin(length: number, [min, max]: readonly [number, number]): boolean {
  return length >= min && length <= max;
}

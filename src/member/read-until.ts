import { vietnamOffsetMs } from '../clock.ts';
import { findDates } from '../nlu/entities/find-dates.ts';
import { foldInPlace } from '../nlu/safety/fold-in-place.ts';

const dayMs = 24 * 60 * 60_000;
/** Said without an end: until they say that they are back. */
export const untilBack = Date.parse('9999-12-31T00:00:00+07:00');
const restOfToday = /^(?:het (?:hom|ngay) nay|hom nay|toi|cuoi ngay)$/;

/**
 * The moment at which somebody is back who is away "đến thứ Hai", "đến mai", "đến 15/10": the beginning of that day.
 * Empty: the end of today. @returns epoch ms; undefined when no day to come is understood
 */
export function readUntil(said: string, now: number): number | undefined {
  const today = startOfDay(now);
  const plain = foldInPlace(said.normalize('NFC').trim());
  if (plain === '' || restOfToday.test(plain)) return today + dayMs;
  const [first] = findDates(plain, plain, isoDay(today));
  const at = first === undefined ? undefined : Date.parse(first.value) - vietnamOffsetMs;
  return at !== undefined && at > today ? at : undefined;
}

function startOfDay(at: number): number {
  const local = at + vietnamOffsetMs;
  return local - (local % dayMs) - vietnamOffsetMs;
}

function isoDay(at: number): string {
  return new Date(at + vietnamOffsetMs).toISOString().slice(0, 10);
}

import { newMoonAt, sunLongitudeAt } from './sun-and-moon.ts';

/**
 * The Vietnamese lunar calendar, by its published rules: a month begins on the day, in UTC+7, of a new moon; the
 * winter solstice lies in month 11; of the 13 months of a leap year the first in which the sun enters no twelfth of its
 * circle takes the number of the month before. China reckons in UTC+8, so a new moon late in our evening parts the two.
 */

const dayMs = 24 * 60 * 60_000;
const vietnamOffsetMs = 7 * 60 * 60_000;
/** Mean days from new moon to new moon, and the new moon that they are counted from. */
const monthDays = 29.530588861;
const firstNewMoon = Date.parse('2000-01-06T18:14:00Z');

/** A lunar year's months 1 to 10; the two last belong to the solar year after. */
export type LunarMonth = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/**
 * The first day of a lunar month, leap months left out, as days since 1970-01-01. Right from 1968, when Vietnam took
 * UTC+7, to 2100; further away the new moons drift by more than a few minutes.
 * @param year the solar year in which the lunar one begins
 */
export function lunarMonthStart(year: number, month: LunarMonth): number {
  const eleventh = eleventhMonth(year - 1);
  const place = month + 1;
  const leap = leapPlace(eleventh, eleventhMonth(year));
  return monthStart(eleventh + (leap <= place ? place + 1 : place));
}

/** Which new moon, counted from the first of 2000, begins the month of a year's winter solstice. */
function eleventhMonth(year: number): number {
  const yearEnd = Date.UTC(year, 11, 31);
  const last = Math.floor((yearEnd - firstNewMoon) / dayMs / monthDays);
  const hasSolsticeBehindIt = twelfthAt(monthStart(last)) >= 9;
  return hasSolsticeBehindIt ? last - 1 : last;
}

/** How many months after month 11 the leap month comes; infinitely many in a year without one. */
function leapPlace(eleventh: number, nextEleventh: number): number {
  if (nextEleventh - eleventh < 13) return Number.POSITIVE_INFINITY;
  let place = 1;
  while (twelfthAt(monthStart(eleventh + place)) !== twelfthAt(monthStart(eleventh + place + 1))) place += 1;
  return place;
}

function monthStart(newMoon: number): number {
  return Math.floor((newMoonAt(newMoon) + vietnamOffsetMs) / dayMs);
}

/** In which twelfth of its circle, from the spring point, the sun stands when a day begins. */
function twelfthAt(day: number): number {
  return Math.floor(sunLongitudeAt(day * dayMs - vietnamOffsetMs) / 30);
}

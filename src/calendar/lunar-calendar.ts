import { vietnamOffsetMs } from '../clock.ts';
import { dayMs } from '../durations.ts';

/**
 * The Vietnamese lunar calendar, by its published rules: a month begins on the day, in UTC+7, of a new moon; the
 * winter solstice lies in month 11; of the 13 months of a leap year the first in which the sun enters no twelfth of its
 * circle takes the number of the month before. China reckons in UTC+8, so a new moon late in our evening parts the two.
 */

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

/**
 * Where the sun stands and when the moon is new, from Jean Meeus, "Astronomical Algorithms" (second edition, 1998),
 * chapters 25 and 49. Good to about two minutes of time from 1970 to 2100.
 */

const unixEpochJulianDay = 2440587.5;
/** How far the even time of astronomers runs ahead of the clock; 42 s in 1970, near 70 s today. */
const clockLagMs = 70_000;

/** Days and sines: the argument is a sum of so many times the angles of sun, moon, and moon's height. */
const newMoonTerms: [days: number, sun: number, moon: number, height: number][] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
];

/** @param count new moons since that of 6 January 2000. @returns epoch milliseconds */
export function newMoonAt(count: number): number {
  const t = count / 1236.85;
  const sun = 2.5534 + 29.1053567 * count - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * count + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const height = 160.7108 + 390.67050284 * count - 0.0016118 * t ** 2;
  /** The earth's path grows rounder: terms with the sun's angle shrink. */
  const roundness = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const mean = 2451550.09766 + 29.530588861 * count + 0.00015437 * t ** 2;
  const corrections = newMoonTerms.map(
    ([days, suns, moons, heights]) =>
      days * roundness ** Math.abs(suns) * sine(suns * sun + moons * moon + heights * height),
  );
  const node = -0.00017 * sine(124.7746 - 1.56375588 * count);
  const julianDay = corrections.reduce((sum, one) => sum + one, mean + node);
  return (julianDay - unixEpochJulianDay) * dayMs - clockLagMs;
}

/** The sun's apparent longitude in degrees from 0 up to 360. @param at epoch milliseconds */
export function sunLongitudeAt(at: number): number {
  const t = ((at + clockLagMs) / dayMs + unixEpochJulianDay - 2451545) / 36525;
  const mean = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

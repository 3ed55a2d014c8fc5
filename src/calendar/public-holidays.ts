import { dayMs } from '../durations.ts';

const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

/** The two lunar holidays of one year: yyyy-mm-dd. */
export interface LunarHolidays {
  /** The first day of the lunar year. */
  tet: string;
  /** The tenth of its third month. */
  gioTo: string;
}

/** Days off in one year, as days since 1970-01-01. */
export interface DaysOff {
  /** The public holidays themselves. */
  holidays: ReadonlySet<number>;
  /** Substitute days off for people who rest on weekends, for holidays on a weekend. */
  substitutes: ReadonlySet<number>;
}

/**
 * Public holidays by the Labour Code of 2019, article 112: 1 January, Tết (five days), the tenth of the third lunar
 * month, 30 April, 1 May, 2 September with a day beside it; article 111: the next working day replaces a holiday on a
 * weekend. The government announces each year which days of Tết and which side of 2 September. The computed days match
 * the announcements from 2021 to 2026; put any difference into the extra holidays.
 * @param lunar undefined when the dates of the year are not on file: they are no days off then
 */
export function daysOffIn(year: number, lunar: LunarHolidays | undefined): DaysOff {
  const holidays = new Set([
    dayOf(year, 1, 1),
    ...(lunar ? [...daysOfTet(lunar.tet), dayOfDate(lunar.gioTo)] : []),
    dayOf(year, 4, 30),
    dayOf(year, 5, 1),
    ...daysOfIndependence(year),
  ]);
  return { holidays, substitutes: substituteDays(holidays) };
}

/** 0 for Sunday to 6 for Saturday. */
function weekdayOf(day: number): number {
  return (((day + thursday) % 7) + 7) % 7;
}

export function isWeekend(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday === sunday || weekday === saturday;
}

/** The last two days of the old lunar year and the first three of the new. */
function daysOfTet(firstDay: string): number[] {
  const first = dayOfDate(firstDay);
  return [first - 2, first - 1, first, first + 1, first + 2];
}

/** 2 September and the neighbouring day that makes the longer rest with the weekend. */
function daysOfIndependence(year: number): number[] {
  const day = dayOf(year, 9, 2);
  const isBetterAfter = [sunday, monday, thursday].includes(weekdayOf(day));
  return [day, isBetterAfter ? day + 1 : day - 1];
}

function substituteDays(holidays: ReadonlySet<number>): ReadonlySet<number> {
  const substitutes = new Set<number>();
  for (const day of [...holidays].filter(isWeekend).sort((a, b) => a - b)) {
    let free = day + 1;
    while (isWeekend(free) || holidays.has(free) || substitutes.has(free)) free += 1;
    substitutes.add(free);
  }
  return substitutes;
}

function dayOfDate(date: string): number {
  return Date.parse(date) / dayMs;
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

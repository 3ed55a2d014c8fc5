import { vietnamOffsetMs } from '../clock.ts';
import { dayMs, hourMs } from '../durations.ts';
import { type DaysOff, daysOffIn, isWeekend, type LunarHolidays } from './public-holidays.ts';

/** More days without a working hour mean that the extra holidays leave none. */
const maxRestDays = 400;

export type CalendarKind = 'office' | 'volunteers';

/** When people work, in Vietnam. All times are epoch milliseconds. */
export interface WorkingCalendar {
  isWorking(at: number): boolean;
  /**
   * The moment at which this much working time has passed since `from`: the end of a day rather than the start of the
   * next. With 0 it is `from` itself.
   * @throws RangeError when `ms` is negative or not a number
   */
  addWorkingMs(from: number, ms: number): number;
  /** Adds full working days: the same hour, that many working days later. */
  addWorkingDays(from: number, days: number): number;
  /** Working time between two moments; 0 when `to` is not later than `from`. */
  workingMsBetween(from: number, to: number): number;
}

/** Days off that no rule computes. */
export interface HolidayDates {
  /** By year (yyyy). */
  lunar?: Readonly<Record<string, LunarHolidays>>;
  /** More days off: yyyy-mm-dd. */
  extra?: readonly string[];
}

/** From and to, in ms after midnight. */
type Hours = readonly [number, number];

const dayHours: Record<CalendarKind, readonly Hours[]> = {
  office: [
    [8 * hourMs, 11.5 * hourMs],
    [13.5 * hourMs, 17 * hourMs],
  ],
  volunteers: [[7 * hourMs, 21 * hourMs]],
};

/**
 * Office: Monday to Friday 8:00-11:30 and 13:30-17:00. Volunteers: every day 7:00-21:00. Neither on public holidays. */
export function createWorkingCalendar(
  kind: CalendarKind,
  { lunar = {}, extra = [] }: HolidayDates = {},
): WorkingCalendar {
  const extraDays = new Set(extra.map((day) => Date.parse(day) / dayMs));
  const years = new Map<number, DaysOff>();
  const fullDayMs = dayHours[kind].reduce((sum, [from, to]) => sum + to - from, 0);

  function daysOff(day: number): DaysOff {
    const year = new Date(day * dayMs).getUTCFullYear();
    const known = years.get(year) ?? daysOffIn(year, lunar[year]);
    years.set(year, known);
    return known;
  }

  function isFree(day: number): boolean {
    const { holidays, substitutes } = daysOff(day);
    if (holidays.has(day) || extraDays.has(day)) return true;
    return kind === 'office' && (isWeekend(day) || substitutes.has(day));
  }

  /** The working hours of a day, as times. */
  function hoursOn(day: number): Hours[] {
    if (isFree(day)) return [];
    const midnight = day * dayMs - vietnamOffsetMs;
    return dayHours[kind].map(([from, to]) => [midnight + from, midnight + to]);
  }

  /** The rest of a day's working hours from a moment on. */
  function hoursAfter(day: number, at: number): Hours[] {
    return hoursOn(day)
      .map(([from, to]): Hours => [Math.max(from, at), to])
      .filter(([from, to]) => from < to);
  }

  function addWorkingMs(from: number, ms: number): number {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`not a length of time: ${ms}`);
    let remainingMs = ms;
    let restDays = 0;
    for (let day = dayAt(from); remainingMs > 0; day += 1) {
      const hours = hoursAfter(day, from);
      restDays = hours.length === 0 ? restDays + 1 : 0;
      if (restDays > maxRestDays) throw new RangeError('the extra holidays leave no working day');
      for (const [start, end] of hours) {
        if (remainingMs <= end - start) return start + remainingMs;
        remainingMs -= end - start;
      }
    }
    return from;
  }

  return {
    isWorking: (at) => hoursOn(dayAt(at)).some(([from, to]) => from <= at && at < to),
    addWorkingMs,
    addWorkingDays: (from, days) => addWorkingMs(from, days * fullDayMs),
    workingMsBetween(from, to) {
      let sum = 0;
      for (let day = dayAt(from); day <= dayAt(to); day += 1) {
        for (const [start, end] of hoursAfter(day, from)) sum += Math.max(0, Math.min(end, to) - start);
      }
      return sum;
    },
  };
}

function dayAt(at: number): number {
  return Math.floor((at + vietnamOffsetMs) / dayMs);
}

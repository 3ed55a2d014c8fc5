import { dayMs } from '../../durations.ts';
import { type EntityFinder, matchesOf } from './entity.ts';

const longestWait = 366;

const weekdays: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };
const weekdayName =
  '(?:thu (?<word>hai|ba|tu|nam|sau|bay|[2-7])|t(?<digit>[2-7])|(?<sunday>chu nhat|(?<=(?:den|hom|ngay|sang|chieu|toi) )cn))';
/** "Cái thứ hai" and "người thứ ba" are ordinals, not weekdays. */
const weekday = new RegExp(
  `(?<![a-z\\d])(?<!(?:cai|lan|nguoi|con|muc|cau|ban|vo|dua|tang|loai|buoc) )${weekdayName}(?: (?<week>tuan (?:sau|toi|nay|truoc)))?(?![a-z\\d])`,
  'g',
);
const figures =
  /(?<![\d/.,-])(?<day>\d{1,2})(?:[/-](?<month>\d{1,2})(?:[/-](?<year>\d{4}))?|\.(?<dotted>\d{1,2})\.(?<dottedYear>\d{4}))(?![\d/]|[.,-]\d)/g;
const named =
  /(?<![a-z\d])(?:ngay|hom|mung|mong)(?: mung| mong)? (?<day>\d{1,2})(?:[ ,]*thang (?<month>\d{1,2})(?:[ ,]*nam (?<year>\d{4}))?|[/-](?<slashed>\d{1,2}))(?![\d/])/g;
/** Days relative to today. "Mai" alone is also a first name, "mốt" also means one. */
const relative: readonly [RegExp, number][] = [
  [/(?<![a-z])(?:hom|sang|trua|chieu|toi|dem) nay(?![a-z])/g, 0],
  [
    /(?<![a-z])(?:ngay|hom|sang|trua|chieu|toi) mai(?![a-z])|(?<=(?:^|den|toi|hen|het) )mai(?![a-z])|^mai(?![a-z])/g,
    1,
  ],
  [/(?<![a-z])ngay (?:kia|mot)(?![a-z])|^mot$/g, 2],
  [/(?<![a-z])hom qua(?![a-z])/g, -1],
  [/(?<![a-z])hom kia(?![a-z])/g, -2],
];
const nextWeek = /(?<![a-z])(?:(?:dau )?tuan (?:sau|toi))(?![a-z])/g;
const nextMonth = /(?<![a-z])thang (?:sau|toi)(?![a-z])/g;

/**
 * Dates as people write them: "15/10", "ngày 2 tháng 9 năm 2026", "mai", "thứ hai tuần sau", "tháng sau". A
 * date without a year is the next one.
 */
export const findDates: EntityFinder = (folded, _, today) => {
  const start = Date.parse(today);
  const plus = (days: number) => isoDay(start + days * dayMs);
  return [
    ...[figures, named].flatMap((pattern) =>
      matchesOf(folded, pattern, 'date', ({ groups = {} }) => calendarDay(groups, start)),
    ),
    ...matchesOf(folded, weekday, 'date', ({ groups = {} }) => plus(daysTo(groups, start))),
    ...relative.flatMap(([pattern, days]) => matchesOf(folded, pattern, 'date', () => plus(days))),
    ...matchesOf(folded, nextWeek, 'date', () => plus(8 - weekdayOf(start))),
    ...matchesOf(folded, nextMonth, 'date', () => isoDay(monthAfter(start)).slice(0, 7)),
  ];
};

type Groups = Record<string, string | undefined>;

function calendarDay(
  { day, month, dotted, slashed, year, dottedYear }: Groups,
  today: number,
): string | undefined {
  const thisYear = new Date(today).getUTCFullYear();
  const saidYear = year ?? dottedYear;
  const years = saidYear === undefined ? [thisYear, thisYear + 1] : [Number(saidYear)];
  const days = years.flatMap((one) => dayAt(one, Number(month ?? dotted ?? slashed), Number(day)) ?? []);
  if (saidYear !== undefined) return days[0] === undefined ? undefined : isoDay(days[0]);
  const next = days.find((at) => at > today && at <= today + longestWait * dayMs) ?? days[0];
  return next === undefined ? undefined : isoDay(next);
}

/** The next such weekday after today, or that of the named week. Weeks begin on Monday. */
function daysTo({ word, digit, sunday, week }: Groups, today: number): number {
  const wanted = sunday ? 7 : digit ? Number(digit) - 1 : (weekdays[word ?? ''] ?? Number(word) - 1);
  const now = weekdayOf(today);
  if (week === 'tuan truoc') return wanted - now - 7;
  if (week === 'tuan nay') return wanted - now;
  if (week !== undefined) return wanted - now + 7;
  return (wanted - now + 7) % 7 || 7;
}

/** 1 (Monday) to 7 (Sunday). */
function weekdayOf(day: number): number {
  return new Date(day).getUTCDay() || 7;
}

function monthAfter(day: number): number {
  const date = new Date(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** @returns undefined for a day that does not exist, such as 31/2 */
function dayAt(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  return day > 0 && new Date(at).getUTCMonth() === month - 1 ? at : undefined;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

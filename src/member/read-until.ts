import { foldText } from '../nlu/fold-text.ts';

const dayMs = 24 * 60 * 60_000;
const vietnamOffsetMs = 7 * 60 * 60_000;
/** Said without an end: until they say that they are back. */
export const untilBack = Date.parse('9999-12-31T00:00:00+07:00');
const mostDays = 366;

const weekdays: Record<string, number> = Object.fromEntries(
  [
    ['chu nhat', 'cn'],
    ['thu hai', 'thu 2', 't2'],
    ['thu ba', 'thu 3', 't3'],
    ['thu tu', 'thu 4', 't4'],
    ['thu nam', 'thu 5', 't5'],
    ['thu sau', 'thu 6', 't6'],
    ['thu bay', 'thu 7', 't7'],
  ].flatMap((names, day) => names.map((name) => [name, day])),
);

/**
 * The moment at which somebody is back who is away "đến thứ Hai", "đến mai", "đến 15/10": the beginning of that day.
 * Empty: the end of today. @returns epoch ms; undefined when no day is understood
 */
export function readUntil(said: string, now: number): number | undefined {
  const today = startOfDay(now);
  if (said.trim() === '') return today + dayMs;
  const date = readDate(said, today);
  if (date !== undefined) return date;
  const plain = foldText(said).replace(/ (?:tuan sau|toi|nay)$/, '');
  if (plain === 'het hom nay' || plain === 'hom nay' || plain === 'toi' || plain === 'cuoi ngay')
    return today + dayMs;
  if (plain === 'mai' || plain === 'ngay mai') return today + dayMs;
  if (plain === 'ngay kia' || plain === 'mot') return today + 2 * dayMs;
  if (/^(?:tuan sau|dau tuan)/.test(plain)) return nextWeekday(today, 1);
  const weekday = weekdays[plain];
  return weekday === undefined ? undefined : nextWeekday(today, weekday);
}

function startOfDay(at: number): number {
  const local = at + vietnamOffsetMs;
  return local - (local % dayMs) - vietnamOffsetMs;
}

/** The next one after today. */
function nextWeekday(today: number, weekday: number): number {
  const now = new Date(today + vietnamOffsetMs).getUTCDay();
  const days = (weekday - now + 7) % 7 || 7;
  return today + days * dayMs;
}

/** "15/10", "ngày 15-10-2026", "15.10": of this year, or of the next when it is past. */
function readDate(said: string, today: number): number | undefined {
  const match = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?!\d)/.exec(said);
  if (!match) return undefined;
  const [, day, month, year] = match.map(Number);
  const thisYear = new Date(today + vietnamOffsetMs).getUTCFullYear();
  const years = year ? [year] : [thisYear, thisYear + 1];
  return years
    .map((each) => dayAt(each, month as number, day as number))
    .find((at) => at !== undefined && at > today && at <= today + mostDays * dayMs);
}

function dayAt(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.getTime() - vietnamOffsetMs
    : undefined;
}

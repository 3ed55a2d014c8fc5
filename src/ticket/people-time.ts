import type { Translate } from '../i18n.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const vietnamOffsetMs = 7 * 60 * minuteMs;
const stepMinutes = 30;
/** Further away than this many days a weekday alone is not clear. */
const clearWeekdays = 6;

/** Parts of the day by the minute from which they are called so. */
const parts = [
  [0, 'night'],
  [4 * 60, 'morning'],
  [11 * 60, 'late_morning'],
  [12 * 60, 'noon'],
  [13 * 60, 'afternoon'],
  [18 * 60 + 30, 'evening'],
  [22 * 60, 'late_evening'],
] as const;

/**
 * By when something is promised, in words a neighbour would use: "trước 10 giờ sáng thứ Hai", "trước 5 giờ chiều nay".
 * Rounded up to the next half hour; never a time that is past, so an overdue one is promised within the hour.
 */
export function dueInWords({ dueAt, now }: { dueAt: number; now: number }, t: Translate): string {
  const at = roundUp(Math.max(dueAt, now));
  const minutes = ((at + vietnamOffsetMs) % dayMs) / minuteMs;
  const hour = Math.floor(minutes / 60);
  const clock = t(minutes % 60 === 0 ? 'time.hour' : 'time.half_past', { hour: hour % 12 || 12 });
  const [, part] = parts.findLast(([from]) => minutes >= from) ?? parts[0];
  // People count the small hours to the day before: "12 giờ đêm nay".
  const spokenAt = part === 'night' ? at - dayMs : at;
  return t('time.before', { clock, part: t(`time.parts.${part}`), day: dayInWords(spokenAt, { now, t }) });
}

function dayInWords(at: number, { now, t }: { now: number; t: Translate }): string {
  const days = dayAt(at) - dayAt(now);
  if (days <= 0) return t('time.today');
  if (days === 1) return t('time.tomorrow');
  const date = new Date(at + vietnamOffsetMs);
  const weekday = t(`time.weekdays.${date.getUTCDay()}`);
  if (days <= clearWeekdays) return t('time.on_weekday', { weekday });
  return t('time.on_date', { weekday, date: `${date.getUTCDate()}/${date.getUTCMonth() + 1}` });
}

function roundUp(at: number): number {
  return Math.ceil(at / (stepMinutes * minuteMs)) * stepMinutes * minuteMs;
}

function dayAt(at: number): number {
  return Math.floor((at + vietnamOffsetMs) / dayMs);
}

import { vietnamOffsetMs } from '../clock.ts';
import { dayMs, hourMs, minuteMs } from '../durations.ts';
import type { Translate } from '../i18n.ts';

const stepMinutes = 30;
/** Beyond this many days a weekday alone is ambiguous. */
const clearWeekdays = 6;

/** Parts of the day, by the minute at which each begins. */
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
 * Formats a due time the way a neighbour would say it: "trước 10 giờ sáng thứ Hai", "trước 5 giờ chiều nay". Rounds up
 * to the next half hour. Never names a past time: an overdue one becomes a time within the next hour.
 */
export function formatDueTime({ dueAt, now }: { dueAt: number; now: number }, t: Translate): string {
  return spoken('time.before', { at: roundUp(Math.max(dueAt, now)), now }, t);
}

/** Formats the time after which something happens: "sau 10 giờ rưỡi sáng mai". Rounds up to the next half hour. */
export function formatTimeAfter({ at, now }: { at: number; now: number }, t: Translate): string {
  return spoken('time.after', { at: roundUp(at), now }, t);
}

function spoken(key: string, { at, now }: { at: number; now: number }, t: Translate): string {
  const minutes = ((at + vietnamOffsetMs) % dayMs) / minuteMs;
  const hour = Math.floor(minutes / 60);
  const clock = t(minutes % 60 === 0 ? 'time.hour' : 'time.half_past', { hour: hour % 12 || 12 });
  const [, part] = parts.findLast(([from]) => minutes >= from) ?? parts[0];
  // People count the small hours to the day before: "12 giờ đêm nay".
  const spokenAt = part === 'night' ? at - dayMs : at;
  return t(key, { clock, part: t(`time.parts.${part}`), day: dayInWords(spokenAt, { now, t }) });
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

/** "12 phút", "3 giờ", "2 ngày". */
export function formatDuration(ms: number, t: Translate): string {
  if (ms < hourMs) return t('member:span.minutes', { count: Math.max(1, Math.round(ms / minuteMs)) });
  if (ms < 2 * dayMs + hourMs) return t('member:span.hours', { count: Math.floor(ms / hourMs) });
  return t('member:span.days', { count: Math.floor(ms / dayMs) });
}

/** "9:12" for today, "9:12 ngày 6/10" for another day. */
export function formatTimestamp(at: number, now: number, t: Translate): string {
  const local = new Date(at + vietnamOffsetMs);
  const time = `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`;
  const isToday = Math.floor((at + vietnamOffsetMs) / dayMs) === Math.floor((now + vietnamOffsetMs) / dayMs);
  return isToday
    ? t('member:clock.today', { time })
    : t('member:clock.other', { time, date: formatDate(at) });
}

/** "thứ Hai". */
export function formatWeekday(at: number, t: Translate): string {
  return t(`time.weekdays.${new Date(at + vietnamOffsetMs).getUTCDay()}`);
}

/** "6/10". */
export function formatDate(at: number): string {
  const local = new Date(at + vietnamOffsetMs);
  return `${local.getUTCDate()}/${local.getUTCMonth() + 1}`;
}

import { vietnamOffsetMs } from '../clock.ts';
import type { Translate } from '../i18n.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "12 phút", "3 giờ", "2 ngày". */
export function spanInWords(ms: number, t: Translate): string {
  if (ms < hourMs) return t('console:member.span.minutes', { count: Math.max(1, Math.round(ms / minuteMs)) });
  if (ms < 2 * dayMs + hourMs) return t('console:member.span.hours', { count: Math.floor(ms / hourMs) });
  return t('console:member.span.days', { count: Math.floor(ms / dayMs) });
}

/** "9:12" of today, "9:12 ngày 6/10" of another day. */
export function clockInWords(at: number, now: number, t: Translate): string {
  const local = new Date(at + vietnamOffsetMs);
  const time = `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, '0')}`;
  const isToday = Math.floor((at + vietnamOffsetMs) / dayMs) === Math.floor((now + vietnamOffsetMs) / dayMs);
  return isToday
    ? t('console:member.clock.today', { time })
    : t('console:member.clock.other', { time, date: dateInWords(at) });
}

/** "thứ Hai". */
export function weekdayInWords(at: number, t: Translate): string {
  return t(`time.weekdays.${new Date(at + vietnamOffsetMs).getUTCDay()}`);
}

/** "6/10". */
export function dateInWords(at: number): string {
  const local = new Date(at + vietnamOffsetMs);
  return `${local.getUTCDate()}/${local.getUTCMonth() + 1}`;
}

import { t } from './words.js';

const zone = 'Asia/Ho_Chi_Minh';
const clockFormat = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
});
const secondsFormat = new Intl.DateTimeFormat('vi-VN', { timeStyle: 'medium', timeZone: zone });
const dateFormat = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  timeZone: zone,
});
const shortFormat = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', timeZone: zone });
const dayFormat = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone });

const dayMs = 86_400_000;

/** Hours and minutes in Vietnam. */
export const timeOf = (at) => clockFormat.format(at);
export const secondsOf = (at) => secondsFormat.format(at);
/** Equal for two moments of the same day in Vietnam. */
export const dayKey = (at) => dayFormat.format(at);
export const fullDate = (at) => capitalised(dateFormat.format(at));

/** "Hôm nay", "Hôm qua", or the date. */
export function dayOf(at, now) {
  if (dayKey(at) === dayKey(now)) return t('time.today');
  if (dayKey(at) === dayKey(now - dayMs)) return t('time.yesterday');
  return fullDate(at);
}

/** For a list of conversations: the time today, the date before. */
export function shortTime(at, now) {
  if (dayKey(at) === dayKey(now)) return timeOf(at);
  if (dayKey(at) === dayKey(now - dayMs)) return t('time.yesterday');
  return shortFormat.format(at);
}

/** Seconds as 0:07. */
export function minutesAndSeconds(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The rest of a duration, in its two largest units. */
export function timeLeft(ms) {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t('panel.left.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours > 0) return t('panel.left.hours', { hours, minutes: minutes % 60 });
  return t('panel.left.minutes', { minutes });
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { vietnamOffsetMs } from '../clock.ts';
import { dayMs, minuteMs } from '../durations.ts';

/** Minutes of the day in Vietnam, from and until. Members get no unsolicited message in between. */
export interface QuietHours {
  from: number;
  until: number;
}

export const usualQuietHours: QuietHours = { from: 21 * 60, until: 6 * 60 + 30 };

/** When the bot may write to members: `now` outside the quiet hours, else the end of them. Pure. */
export function nextContactTime({ from, until }: QuietHours, now: number): number {
  const local = now + vietnamOffsetMs;
  const midnight = local - (local % dayMs);
  const minute = (local - midnight) / minuteMs;
  const isOverNight = from > until;
  const isQuiet = isOverNight ? minute >= from || minute < until : minute >= from && minute < until;
  if (!isQuiet) return now;
  const endsTomorrow = isOverNight && minute >= from;
  return midnight + until * minuteMs + (endsTomorrow ? dayMs : 0) - vietnamOffsetMs;
}

import { vietnamOffsetMs } from '../clock.ts';
import { dayMs, minuteMs } from '../durations.ts';

/** Minutes of the day, in Việt Nam: nobody is written to unasked from the one until the other. */
export interface QuietHours {
  from: number;
  until: number;
}

export const usualQuietHours: QuietHours = { from: 21 * 60, until: 6 * 60 + 30 };

/** When members may be written to: `now` outside the quiet hours, else their end. Pure. */
export function wakesAt({ from, until }: QuietHours, now: number): number {
  const local = now + vietnamOffsetMs;
  const midnight = local - (local % dayMs);
  const minute = (local - midnight) / minuteMs;
  const isOverNight = from > until;
  const isQuiet = isOverNight ? minute >= from || minute < until : minute >= from && minute < until;
  if (!isQuiet) return now;
  const endsTomorrow = isOverNight && minute >= from;
  return midnight + until * minuteMs + (endsTomorrow ? dayMs : 0) - vietnamOffsetMs;
}

import { vietnamOffsetMs } from '../clock.ts';

/** `2026-10-09 08:00` in Việt Nam, the one time zone of everything that operators read. */
export function formatLocalTime(at: number): string {
  return new Date(at + vietnamOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-10-09`: the day in Việt Nam. */
export function localDate(at: number): string {
  return formatLocalTime(at).slice(0, 10);
}

import type { JobName } from './job-catalog.ts';

export interface Schedule {
  /** A job without data. While one run is still going, the next one is skipped. */
  name: JobName;
  everyMs: number;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** The repeating jobs. One of the workers runs each, by the machine's own time. */
export const schedules: Schedule[] = [
  { name: 'drain-spool', everyMs: 5 * secondMs },
  { name: 'sweep-conversations', everyMs: 30 * secondMs },
  { name: 'sweep-tickets', everyMs: minuteMs },
  { name: 'tell-members', everyMs: 30 * secondMs },
  { name: 'watch-silence', everyMs: 5 * minuteMs },
  { name: 'refresh-tokens', everyMs: 30 * minuteMs },
  { name: 'erase-data', everyMs: 10 * minuteMs },
  { name: 'renew-statistics', everyMs: 60 * minuteMs },
];

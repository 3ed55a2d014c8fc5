import type { Understanding } from '../../understanding/understanding.ts';

/** Minimum probability that a text is about something other than the place that the bot asked for. */
const surelyElse = 0.5;

/** Whether a text is surely about something other than the place that the bot asked for. */
export function isAboutElse({ candidates }: Understanding): boolean {
  return (candidates[0]?.probability ?? 0) >= surelyElse;
}

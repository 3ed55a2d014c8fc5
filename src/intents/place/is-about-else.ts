import type { Understanding } from '../../understanding/understanding.ts';

/** From here on a text is about something else than the place we asked for. */
const surelyElse = 0.5;

/** Whether a text is surely about something else than a place that was asked for. */
export function isAboutElse({ candidates }: Understanding): boolean {
  return (candidates[0]?.probability ?? 0) >= surelyElse;
}

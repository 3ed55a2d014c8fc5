import { dayMs } from '../durations.ts';
import type { Carried, KnownIntent } from './intent-types.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** So long past its review date an answer with fees or deadlines is no longer given. */
const hardLimitGraceMs = 60 * dayMs;

export interface AnswerAge {
  /** The last day on which the answer's facts were known to hold, yyyy-mm-dd. */
  reviewBy: string | undefined;
  state: 'fresh' | 'stale' | 'expired';
}

/** What can grow old: an answer, or slots of the procedure guide. */
export type Ageing = Carried & Pick<KnownIntent, 'hardLimit'>;

/** How old an answer is at `now`: `stale` past its review date, `expired` when it must not be given any more. */
export function ageOf(carried: Ageing, directory: Pick<TopicDirectory, 'reviewBy'>, now: number): AnswerAge {
  const reviewBy = directory.reviewBy(carried);
  if (!reviewBy) return { reviewBy, state: 'fresh' };
  const overdueMs = now - Date.parse(`${reviewBy}T23:59:59+07:00`);
  if (overdueMs <= 0) return { reviewBy, state: 'fresh' };
  return { reviewBy, state: carried.hardLimit && overdueMs > hardLimitGraceMs ? 'expired' : 'stale' };
}

import { dayMs } from '../durations.ts';
import type { Carried, KnownIntent } from './intent-types.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** This long after its review date the bot stops giving an answer with fees or deadlines. */
const hardLimitGraceMs = 60 * dayMs;

export interface AnswerAge {
  /** The last day on which the facts of the answer were known to be valid, yyyy-mm-dd. */
  reviewBy: string | undefined;
  state: 'fresh' | 'stale' | 'expired';
}

/** Content that expires: an answer, or cells of an object. */
export type Ageing = Carried & Pick<KnownIntent, 'hardLimit'>;

/**
 * The age of an answer at `now`: `stale` past its review date, `expired` if the bot must not give it any
 * more.
 */
export function ageOf(carried: Ageing, directory: Pick<TopicDirectory, 'reviewBy'>, now: number): AnswerAge {
  const reviewBy = directory.reviewBy(carried);
  if (!reviewBy) return { reviewBy, state: 'fresh' };
  const overdueMs = now - Date.parse(`${reviewBy}T23:59:59+07:00`);
  if (overdueMs <= 0) return { reviewBy, state: 'fresh' };
  return { reviewBy, state: carried.hardLimit && overdueMs > hardLimitGraceMs ? 'expired' : 'stale' };
}

import type { Translate } from '../i18n.ts';
import type { KnownIntent, TopicDirectory } from './topic-directory.ts';

const dayMs = 24 * 60 * 60_000;
/** So long past its review date an answer with fees or deadlines is no longer given. */
export const hardLimitGraceMs = 60 * dayMs;

export interface AnswerAge {
  /** The last day on which the answer's facts were known to hold, yyyy-mm-dd. */
  reviewBy: string | undefined;
  state: 'fresh' | 'stale' | 'expired';
}

/** How old an answer is at `now`: `stale` past its review date, `expired` when it must not be given any more. */
export function ageOf(intent: KnownIntent, directory: TopicDirectory, now: number): AnswerAge {
  const reviewBy = directory.reviewBy(intent);
  if (!reviewBy) return { reviewBy, state: 'fresh' };
  const overdueMs = now - Date.parse(`${reviewBy}T23:59:59+07:00`);
  if (overdueMs <= 0) return { reviewBy, state: 'fresh' };
  return { reviewBy, state: intent.hardLimit && overdueMs > hardLimitGraceMs ? 'expired' : 'stale' };
}

interface Rendering {
  intent: KnownIntent;
  directory: TopicDirectory;
  t: Translate;
  age: AnswerAge;
}

/** The whole answer as one text: core, numbered steps, closing line, and how fresh it is. */
export function renderAnswer({ intent, directory, t, age }: Rendering): string {
  const steps = (intent.steps ?? []).map((step, index) => `${index + 1}. ${step.trim()}`).join('\n');
  return [intent.answer, steps, intent.after, freshness({ intent, directory, t, age })]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');
}

/** A small last line: where the answer comes from and how far it was checked. */
function freshness({ intent, directory, t, age }: Rendering): string {
  const fact = directory.listFacts(intent)[0];
  if (!fact) return '';
  if (age.state === 'stale') {
    return t('answer.stale', { date: vietnameseDate(fact.held), where: directory.local.office.name });
  }
  return t('answer.checked', { date: vietnameseDate(fact.held) });
}

/**
 * `2026-01-31` → `31/1/2026`, `2026-01` → `1/2026`; of a span (`2025-07..2026-01`) its end, the last time the
 * source is known to have been right.
 */
export function vietnameseDate(held: string): string {
  const last = held.split('..').at(-1) ?? held;
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(last);
  if (!parts) return last;
  return [parts[3], parts[2], parts[1]].flatMap((part) => (part ? [String(Number(part))] : [])).join('/');
}

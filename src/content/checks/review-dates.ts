import type { Content } from '../read-content.ts';
import { toldIn } from '../schema/object.ts';
import type { Finding } from './finding.ts';
import { listCellParts } from './objects/object-parts.ts';
import { listIntentParts } from './parts.ts';

/** Finds facts and answers whose review date is before `today` (yyyy-mm-dd). */
export function checkReviewDates(content: Content, today: string, level: Finding['level']): Finding[] {
  const { facts } = content;
  return [
    ...Object.entries(facts.value)
      .filter(([, { reviewBy }]) => reviewBy < today)
      .map(([id, { reviewBy }]) => ({
        level,
        file: facts.file,
        line: facts.lineOf([id, 'reviewBy']),
        message: `${id}: should have been checked again by ${reviewBy}`,
      })),
    ...listIntentParts(content).flatMap(({ intent, at }) =>
      intent.reviewBy !== undefined && intent.reviewBy < today
        ? [at(['reviewBy'], level, `should have been checked again by ${intent.reviewBy}`)]
        : [],
    ),
    ...listCellParts(content).flatMap(({ cell, at }) => {
      const { reviewBy } = toldIn(cell) ?? {};
      return reviewBy !== undefined && reviewBy < today
        ? [at(['reviewBy'], level, `should have been checked again by ${reviewBy}`)]
        : [];
    }),
  ];
}

/** The earliest of some dates (yyyy-mm-dd). */
export function soonestOf(dates: readonly string[]): string | undefined {
  return dates.toSorted((a, b) => a.localeCompare(b))[0];
}

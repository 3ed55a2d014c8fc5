import type { Content } from '../read-content.ts';
import { checkCanned } from './canned.ts';
import { checkClaims } from './claims/claims.ts';
import { checkContacts } from './contacts.ts';
import { checkEmergencies } from './emergencies.ts';
import { checkExamples } from './examples.ts';
import type { Finding } from './finding.ts';
import { checkLunarHolidays } from './lunar-holidays.ts';
import { checkObjects } from './objects/check-objects.ts';
import { checkPhrases } from './phrases.ts';
import { checkReferences } from './references.ts';
import { checkReviewDates } from './review-dates.ts';
import { checkSizes } from './sizes.ts';
import { checkTranslatedExamples, checkTranslations } from './translations.ts';

/** The checks that must pass before a bot starts. Pure. */
export function checkAtStart(content: Content): Finding[] {
  return [
    checkReferences,
    checkClaims,
    checkContacts,
    (all: Content) => checkSizes(all),
    checkPhrases,
    checkObjects,
    checkCanned,
    checkEmergencies,
    checkTranslations,
  ].flatMap((check) => check(content));
}

/**
 * All checks, in the order of files and lines. Pure.
 * @param today yyyy-mm-dd; a review date before it is a warning, and an error only for a release
 */
export function checkContent(
  content: Content,
  { today, release }: { today: string; release: boolean },
): Finding[] {
  return [
    ...checkAtStart(content),
    ...checkLunarHolidays(content, today),
    ...checkExamples(content),
    ...checkTranslatedExamples(content),
    ...checkReviewDates(content, today, release ? 'error' : 'warning'),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

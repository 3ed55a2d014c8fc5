import { checkCanned } from './checks/canned.ts';
import { checkClaims } from './checks/claims.ts';
import { checkContacts } from './checks/contacts.ts';
import { checkExamples } from './checks/examples.ts';
import { checkPhrases } from './checks/phrases.ts';
import { checkProcedures } from './checks/procedures.ts';
import { checkReferences } from './checks/references.ts';
import { checkReviewDates } from './checks/review-dates.ts';
import { checkSizes } from './checks/sizes.ts';
import { checkTranslatedExamples, checkTranslations } from './checks/translations.ts';
import type { Content } from './content.ts';
import type { Finding } from './content-finding.ts';

/** What an answer must fulfil before a bot with it may start. Pure. */
export function checkAtStart(content: Content): Finding[] {
  return [
    checkReferences,
    checkClaims,
    checkContacts,
    (all: Content) => checkSizes(all),
    checkPhrases,
    checkProcedures,
    checkCanned,
    checkTranslations,
  ].flatMap((check) => check(content));
}

/**
 * All checks, in the order of files and lines. Pure.
 * @param today yyyy-mm-dd; a review date before it is a warning, an error only for a release.
 */
export function checkContent(
  content: Content,
  { today, release }: { today: string; release: boolean },
): Finding[] {
  return [
    ...checkAtStart(content),
    ...checkExamples(content),
    ...checkTranslatedExamples(content),
    ...checkReviewDates(content, today, release ? 'error' : 'warning'),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

import type { Content } from '../read-content.ts';
import type { AskedFile } from '../schema/asked.ts';
import type { AskedNextFile } from '../schema/asked-next.ts';
import type { YamlFile } from '../yaml-file.ts';
import { checkCanned } from './canned.ts';
import { checkClaims } from './claims/claims.ts';
import { checkContacts } from './contacts.ts';
import { checkEmergencies } from './emergencies.ts';
import { checkExamples } from './examples.ts';
import type { Finding } from './finding.ts';
import { checkLunarHolidays } from './lunar-holidays.ts';
import { checkAsked } from './objects/asked.ts';
import { checkAskedNext } from './objects/asked-next.ts';
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

interface Checking {
  /** yyyy-mm-dd; a review date before it is a warning, and an error only for a release. */
  today: string;
  release: boolean;
  /** What residents ask of objects; not checked when left out. */
  asked?: readonly YamlFile<AskedFile>[];
  /** What residents ask once they were told of an object; not checked when left out. */
  askedNext?: readonly YamlFile<AskedNextFile>[];
}

/** All checks, in the order of files and lines. Pure. */
export function checkContent(content: Content, { today, release, asked, askedNext }: Checking): Finding[] {
  return [
    ...checkAtStart(content),
    ...checkLunarHolidays(content, today),
    ...checkExamples(content),
    ...checkTranslatedExamples(content),
    ...(asked ? checkAsked(content, asked) : []),
    ...(askedNext ? checkAskedNext(content, askedNext) : []),
    ...checkReviewDates(content, today, release ? 'error' : 'warning'),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

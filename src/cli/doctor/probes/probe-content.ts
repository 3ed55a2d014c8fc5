import { join } from 'node:path';
import { checkReviewDates } from '../../../content/checks/review-dates.ts';
import { readContent } from '../../../content/read-content.ts';
import { ageOf } from '../../../content/review-age.ts';
import { createTopicDirectory } from '../../../content/topic-directory.ts';
import { messageOf } from '../../../errors.ts';
import { localesFolder } from '../../../i18n.ts';
import { localDate } from '../../format-local-time.ts';
import type { Facts } from '../facts.ts';

/** How much of the content on disk is past its review date. */
export function probeContent(now: number): Facts['content'] {
  const folder = join(localesFolder, 'vi');
  try {
    const directory = createTopicDirectory(folder);
    const answers = directory.topics.flatMap(({ topic }) => directory.listIntents(topic));
    const withheld = answers.filter((answer) => ageOf(answer, directory, now).state === 'expired');
    const overdue = checkReviewDates(readContent(folder), localDate(now), 'warning');
    return { overdue: overdue.length, withheld: withheld.length };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

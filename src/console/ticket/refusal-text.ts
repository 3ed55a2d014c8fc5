import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Refusal, TicketResult } from '../../ticket/result.ts';

/** These happen only when a page is old or a form was changed by hand. */
const unusual: ReadonlySet<Refusal> = new Set([
  'unknown-ticket',
  'unknown-member',
  'unknown-team',
  'other-resident',
]);

/** Why an action was refused, in the words that members read in Zalo. */
export function refusalText(
  result: Exclude<TicketResult, { kind: 'done' }>,
  { t, now, number }: { t: Translate; now: number; number: number },
): string {
  if (result.kind === 'taken') {
    return t('member:taken', { number, by: result.by, clock: formatTimestamp(result.at, now, t) });
  }
  if (result.why === 'other-resident') return t('console:refused.other_resident');
  return unusual.has(result.why)
    ? t('console:refused.other', { number })
    : t(`member:refused.${result.why}`, { number });
}

import type { ClosingReason } from '../database/ticket-tables.ts';
import type { RouteReason } from '../team/routing/route-ticket.ts';

/** Why a ticket escalates. */
const escalationReasons = [
  'nobody-took-it',
  'nobody-there',
  'first-answer-missed',
  'next-answer-missed',
  'resolution-missed',
  'not-done',
  'passed-on',
] as const;
export type EscalationReason = (typeof escalationReasons)[number];

/** Why a member is no longer the assignee. */
const releaseReasons = ['given-back', 'declined', 'away', 'left', 'inactive', 'member-removed'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

const routeReasons = [
  'nearest',
  'no-team',
  'other-topic',
  'nobody-present',
  'area-closed',
  'ambiguous-place',
  'unknown-place',
] as const satisfies readonly RouteReason[];

const closingReasons = [
  'solved',
  'withdrawn',
  'no-answer',
  'unreachable',
  'spam',
  'merged',
] as const satisfies readonly ClosingReason[];

/**
 * Every reason that the program writes into a timeline; each has a text in `operator:reasons`. What people type about a
 * change is not a reason but the `text` of the entry.
 */
export const ticketReasons = [
  ...routeReasons,
  ...escalationReasons,
  ...escalationReasons.map((reason) => `at-the-top-${reason}` as const),
  ...releaseReasons,
  ...closingReasons,
  'asked-again',
  'message',
  'phone-given',
  'call-refused',
  'phone-shown',
  'place-told',
  'still-needed',
  'rated',
  'note',
  'sent-by-mistake',
  'resident-wrote',
  'wrote-again',
  'said-done',
  'had-it-before',
  'deadline-near',
  'told-who-has-it',
  'window-closing',
  'asked-whether-needed',
  'window-shut',
  'phone-task',
  'answered-by-hand',
  'reminded',
  'closed-by-mistake',
  'team-gone',
  'no-team-before',
  'merged-from',
  'asks-for-secrets',
  'asks-for-money',
] as const;
export type TicketReason = (typeof ticketReasons)[number];

/** Reasons for a reminder to the assignee or the offered members; the texts are `member:notice.remind.<reason>`. */
export const reminderReasons = [
  'deadline-near',
  'window-closing',
  'phone-task',
  'window-shut',
  'at-the-top-first-answer-missed',
  'at-the-top-next-answer-missed',
] as const satisfies readonly TicketReason[];

const names: ReadonlySet<string> = new Set(ticketReasons);

/** False for typed text in rows written before `text` existed. */
export function isTicketReason(reason: string): reason is TicketReason {
  return names.has(reason);
}

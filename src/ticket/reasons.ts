import type { ClosingReason } from '../database/ticket-tables.ts';
import type { RouteReason } from '../team/routing/route-ticket.ts';

/** Why a ticket goes to the team above. */
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

/** Why a member who had a ticket has it no more. */
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
 * Every reason that the program writes into a timeline; each has words in `operator:reasons`. What people type about a
 * change is no reason: it is the `text` of the entry.
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
  'team-gone',
  'no-team-before',
  'merged-from',
] as const;
export type TicketReason = (typeof ticketReasons)[number];

/** Reasons of which the assignee, or who was asked, is reminded; the words are `member:notice.remind.<reason>`. */
export const reminderReasons = [
  'deadline-near',
  'window-closing',
  'phone-task',
  'window-shut',
] as const satisfies readonly TicketReason[];

const names: ReadonlySet<string> = new Set(ticketReasons);

/** False for what people typed in rows written before their words had a place of their own. */
export function isTicketReason(reason: string): reason is TicketReason {
  return names.has(reason);
}

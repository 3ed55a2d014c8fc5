import { isPresent } from '../../team/roster/team.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { type Actor, systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import type { TicketReason } from '../reasons.ts';
import { refused, type TicketResult } from '../result.ts';
import { escalate, offerNext } from '../routing/offers.ts';
import { armAnswer, armResolution, armWaitingResident, stopWaiting } from '../timers/arm-timers.ts';

interface ReopenParams {
  actor: Actor;
  reason: TicketReason;
  /** The assignee did not solve it: it goes to the next level. */
  escalates?: boolean;
}

/** Reopens a closed ticket: for its previous assignee, or a level higher. */
export function reopen(
  edit: TicketEdit,
  context: DecisionContext,
  { actor, reason, escalates }: ReopenParams,
): void {
  const before = context.roster.findMember(edit.ticket.assignee_id);
  edit.record({ event: 'reopened', actor, reason });
  edit.set({ reason: null, done: null, resolved_at: null, assignee_id: null, claimed_at: null });
  edit.set({ last_resident_at: context.now, level_round: 0, rating: null });
  armAnswer(edit, context);
  armResolution(edit, context);
  if (escalates) escalate(edit, context, 'not-done');
  if (edit.dueAt('offer') !== undefined) return;
  if (before && isPresent(before, context.now)) return reassignPrevious(edit, context, before.memberId);
  offerNext(edit, context);
}

function reassignPrevious(edit: TicketEdit, context: DecisionContext, memberId: string): void {
  edit.record({ event: 'assigned', actor: systemActor, reason: 'had-it-before', data: { member: memberId } });
  edit.set({ assignee_id: memberId, claimed_at: context.now });
  armWaitingResident(edit, context);
}

/** Reopens a ticket that was closed by mistake: for its assignee, a lead or an operator. */
export function reopenClosed(edit: TicketEdit, context: DecisionContext, by: Caller): TicketResult {
  const { ticket, person } = edit;
  if (ticket.status !== 'resolved' || ticket.reason === 'merged') return refused('not-waiting-for-it');
  if (person.withdrawnAt !== null) return refused('withdrew-consent');
  const isOwn = 'memberId' in by && ticket.assignee_id === by.memberId;
  if (!isOwn && !mayLead(context, by, ticket)) return refused('not-yours');
  reopen(edit, context, { actor: actorOf(by), reason: 'closed-by-mistake' });
  return { kind: 'done' };
}

/** The resident has written, so the ticket no longer waits for them. */
export function resumeTicket(edit: TicketEdit, context: DecisionContext, actor: Actor): void {
  edit.record({ event: 'reopened', actor, reason: 'resident-wrote' });
  stopWaiting(edit, context);
}

import { reopen, resumeTicket } from '../commands/reopen.ts';
import type { TurnFacts } from '../resident-ticket-types.ts';
import { armAnswer, armWaitingResident, armWindow, startHoldingReplyTimer } from '../timers/arm-timers.ts';
import type { DecisionContext } from './decision-context.ts';
import { residentActor, type TicketEdit } from './ticket-edit.ts';

interface AddMessageParams {
  turn: Pick<TurnFacts, 'phoneEncrypted' | 'isStaffLane'>;
  events: readonly { id: number }[];
  /** Evaluated only while a member has the ticket. */
  asksForAnswer?: (() => boolean) | undefined;
}

/** Adds a resident's messages to their ticket. Pure. */
export function addResidentMessage(
  edit: TicketEdit,
  context: DecisionContext,
  { turn, events, asksForAnswer }: AddMessageParams,
): void {
  if (edit.ticket.status === 'resolved') {
    reopen(edit, context, { actor: residentActor, reason: 'wrote-again' });
  } else if (edit.ticket.status === 'waiting') resumeTicket(edit, context, residentActor);
  const data = { events: events.map(({ id }) => id) };
  edit.record({ event: 'noted', actor: residentActor, reason: 'message', data });
  const isCourtesy = edit.ticket.status === 'open' && asksForAnswer?.() === false;
  if (isCourtesy) armWindow(edit, context);
  else edit.set({ last_resident_at: context.now });
  if (turn.phoneEncrypted !== null) {
    edit.set({ phone_encrypted: turn.phoneEncrypted });
    edit.record({ event: 'noted', actor: residentActor, reason: 'phone-given' });
  }
  if (isCourtesy || edit.dueAt('staff-silent') !== undefined) return;
  if (edit.dueAt('first-answer') === undefined && edit.dueAt('next-answer') === undefined) {
    armAnswer(edit, context);
  }
  armWaitingResident(edit, context);
  if (turn.isStaffLane) startHoldingReplyTimer(edit, context);
}

/**
 * The ticket that a message without a number means: one with an assignee, else an open one, else a closed one; among
 * these, the one with the latest activity.
 */
export function findMeantTicket(own: readonly TicketEdit[]): TicketEdit | undefined {
  const weight = ({ ticket }: TicketEdit) => (ticket.status === 'resolved' ? 0 : ticket.assignee_id ? 2 : 1);
  const latest = ({ ticket }: TicketEdit) =>
    Math.max(ticket.last_answer_at ?? 0, ticket.claimed_at ?? 0, ticket.resolved_at ?? 0, ticket.created_at);
  return [...own].sort((a, b) => weight(b) - weight(a) || latest(b) - latest(a))[0];
}

import type { DecisionContext } from '../model/decision-context.ts';
import { teamInWords, tellResident } from '../model/resident-messages.ts';
import { type Actor, systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import type { ReleaseReason } from '../reasons.ts';
import { refused, type TicketResult } from '../result.ts';
import { offerNext } from '../routing/offers.ts';
import { promisedAt, stopWaiting } from '../timers/arm-timers.ts';

interface ReleaseParams {
  by: Caller;
  reason?: ReleaseReason | undefined;
  /** What the member typed about it. */
  text?: string | undefined;
}

/** The assignee gives a ticket back; other members of the team get the offer. */
export function release(
  edit: TicketEdit,
  context: DecisionContext,
  { by, reason, text }: ReleaseParams,
): TicketResult {
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  const isOwn = 'memberId' in by && ticket.assignee_id === by.memberId;
  if (ticket.assignee_id === null || !(isOwn || mayLead(context, by, ticket))) return refused('not-yours');
  giveBack(edit, context, { actor: actorOf(by), reason, text });
  return { kind: 'done' };
}

/** Takes the ticket from an assignee who is no longer available. */
export function unassign(edit: TicketEdit, context: DecisionContext, reason: ReleaseReason): void {
  giveBack(edit, context, { actor: systemActor, reason });
}

function giveBack(
  edit: TicketEdit,
  context: DecisionContext,
  { actor, reason, text }: { actor: Actor } & Omit<ReleaseParams, 'by'>,
): void {
  const before = edit.ticket.assignee_id ?? undefined;
  edit.record({ event: 'released', actor, reason, text, data: { member: before } });
  edit.set({ assignee_id: null, claimed_at: null, level_round: 0 });
  edit.disarm('holding-reply');
  stopWaiting(edit, context);
  const teamId = edit.ticket.team_id;
  offerNext(edit, context, { except: before });
  // An escalation tells the resident itself.
  if (edit.ticket.team_id === teamId) tellReturned(edit, context);
}

/** The resident was told who has their ticket: one line says that the team has it again. */
function tellReturned(edit: TicketEdit, context: DecisionContext): void {
  const dueAt = promisedAt(edit);
  const key = dueAt === undefined ? 'handoff.returned_open' : 'handoff.returned';
  tellResident(edit, context, { key, values: { team: teamInWords(edit, context) }, dueAt });
}

import type { DecisionContext } from '../model/decision-context.ts';
import { type Actor, systemActor, type TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import type { ReleaseReason } from '../reasons.ts';
import { refused, type TicketResult } from '../result.ts';
import { offerNext } from '../routing/offers.ts';
import { stopWaiting } from '../timers/arm-timers.ts';

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
  offerNext(edit, context, { except: before });
}

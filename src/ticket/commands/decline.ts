import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { mayLead } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { canEscalate, escalate, offerNext } from '../routing/offers.ts';
import { takenBy } from './claim.ts';
import { release } from './release.ts';

/** A member declines an offer; when the last member of the round declines, the next ones get it at once. */
export function decline(edit: TicketEdit, context: DecisionContext, memberId: string): TicketResult {
  const { ticket, offers } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id === memberId)
    return release(edit, context, { by: { memberId }, reason: 'declined' });
  if (ticket.assignee_id !== null) return takenBy(edit, context);
  if (!offers.some((offer) => offer.memberId === memberId)) return refused('not-yours');
  edit.record({ event: 'noted', actor: { kind: 'member', id: memberId }, reason: 'declined' });
  edit.changes.declinedBy.add(memberId);
  const isAnybodyLeft = offers.some(
    (offer) => offer.memberId !== memberId && offer.round === ticket.level_round,
  );
  if (!isAnybodyLeft) offerNext(edit, context);
  return { kind: 'done' };
}

/** The assignee or an offered member escalates the ticket to the team above. */
export function passUp(edit: TicketEdit, context: DecisionContext, memberId: string): TicketResult {
  const { ticket, offers } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id !== null && ticket.assignee_id !== memberId) return takenBy(edit, context);
  const isAsked = ticket.assignee_id === memberId || offers.some((offer) => offer.memberId === memberId);
  if (!isAsked && !mayLead(context, { memberId }, ticket)) return refused('not-yours');
  if (!canEscalate(edit, context)) return refused('nobody-above');
  escalate(edit, context, 'passed-on', { kind: 'member', id: memberId });
  return { kind: 'done' };
}

import type { Scene } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { leads } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { canClimb, climb, offerNext } from '../routing/offers.ts';
import { takenBy } from './claim.ts';
import { release } from './release.ts';

/** A member who was asked cannot take it; when nobody of this round is left, others are asked at once. */
export function decline(edit: TicketEdit, scene: Scene, memberId: string): TicketResult {
  const { ticket, offers } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id === memberId) return release(edit, scene, { by: { memberId }, reason: 'declined' });
  if (ticket.assignee_id !== null) return takenBy(edit, scene);
  if (!offers.some((offer) => offer.memberId === memberId)) return refused('not-yours');
  edit.record({ event: 'noted', actor: { kind: 'member', id: memberId }, reason: 'declined' });
  edit.changes.declinedBy.add(memberId);
  const isAnybodyLeft = offers.some(
    (offer) => offer.memberId !== memberId && offer.round === ticket.level_round,
  );
  if (!isAnybodyLeft) offerNext(edit, scene);
  return { kind: 'done' };
}

/** Whoever has it or was asked gives it to the team above: it is no matter for this one. */
export function passUp(edit: TicketEdit, scene: Scene, memberId: string): TicketResult {
  const { ticket, offers } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id !== null && ticket.assignee_id !== memberId) return takenBy(edit, scene);
  const isAsked = ticket.assignee_id === memberId || offers.some((offer) => offer.memberId === memberId);
  if (!isAsked && !leads(scene, { memberId }, ticket)) return refused('not-yours');
  if (!canClimb(edit, scene)) return refused('nobody-above');
  climb(edit, scene, 'passed-on', { kind: 'member', id: memberId });
  return { kind: 'done' };
}

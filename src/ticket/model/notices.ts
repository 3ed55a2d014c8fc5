import type { TicketNoticeKind } from '../../database/member-tables.ts';
import { reminderReasons } from '../reasons.ts';
import { residentActor, type TicketEdit, type TimelineEntry } from './ticket-edit.ts';

/** One thing to tell one member. Its text is composed when it is sent, from the state at that time. */
export interface Notice {
  memberId: string;
  kind: TicketNoticeKind;
  data: Record<string, unknown>;
  /** Delay after the change; later changes until then join the notice. */
  delayMs: number;
}

/** Several messages in a row are one notice to the assignee. */
const joinLinesMs = 3_000;

/** The members that the changes of a ticket concern, except the ones who made them. Pure. */
export function noticesOf(edit: TicketEdit): Notice[] {
  const { changes } = edit;
  const offers = changes.newOffers.map(({ memberId }) => notice(memberId, 'offer'));
  const notices = [
    ...offers,
    ...ownerNotices(edit),
    ...changes.timeline.flatMap((one) => noticesFor(edit, one)),
  ];
  return notices.filter(({ memberId, kind }) => kind === 'photos' || !changes.knownTo.has(memberId));
}

/** Notices when the assignee changed, or the ticket was closed. */
function ownerNotices(edit: TicketEdit): Notice[] {
  const { before, ticket, offers, changes } = edit;
  const last = changes.timeline.findLast(({ event }) => event !== 'noted' && event !== 'offered');
  const why = { event: last?.event, reason: last?.reason };
  const isOver = ticket.status === 'resolved' && before.status !== 'resolved';
  if (isOver) return ticket.assignee_id === null ? [] : [notice(ticket.assignee_id, 'over', why)];
  if (ticket.assignee_id === before.assignee_id) {
    const isBack =
      before.status === 'resolved' && ticket.status !== 'resolved' && ticket.assignee_id !== null;
    return isBack ? [notice(ticket.assignee_id as string, 'given', why)] : [];
  }
  const lost = before.assignee_id === null ? [] : [notice(before.assignee_id, 'lost', why)];
  if (ticket.assignee_id === null) return lost;
  const others = offers.filter(({ memberId }) => memberId !== ticket.assignee_id);
  return [
    ...lost,
    notice(ticket.assignee_id, 'given', why),
    notice(ticket.assignee_id, 'photos'),
    ...others.map(({ memberId }) => notice(memberId, 'taken')),
  ];
}

function noticesFor({ ticket, offers }: TicketEdit, { event, actor, reason, data }: TimelineEntry): Notice[] {
  if (event !== 'noted') return [];
  const { assignee_id } = ticket;
  if (reason === 'message' && actor.kind === residentActor.kind) {
    return assignee_id === null
      ? []
      : [{ ...notice(assignee_id, 'resident-wrote', { events: data?.events }), delayMs: joinLinesMs }];
  }
  if (reason === 'rated') return assignee_id === null ? [] : [notice(assignee_id, 'rated', data)];
  if (reason === 'asks-for-secrets' || reason === 'asks-for-money') {
    const leads = Array.isArray(data?.leads) ? data.leads.map(String) : [];
    return leads.map((lead) => notice(lead, 'asked-wrongly', { why: reason, by: actor.id }));
  }
  if (!reminderReasons.some((known) => known === reason)) return [];
  const concerned = assignee_id === null ? offers.map(({ memberId }) => memberId) : [assignee_id];
  return concerned.map((memberId) => notice(memberId, 'remind', { ...data, why: reason }));
}

function notice(memberId: string, kind: TicketNoticeKind, data: Record<string, unknown> = {}): Notice {
  return { memberId, kind, data, delayMs: 0 };
}

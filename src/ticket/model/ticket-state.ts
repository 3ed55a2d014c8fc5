import type { TicketStatus } from '../../database/ticket-tables.ts';

/** All events of a ticket; each is a row of its timeline. */
export const ticketEvents = [
  'opened',
  'offered',
  'claimed',
  'released',
  'assigned',
  'answered',
  'noted',
  'transferred',
  'escalated',
  'waited',
  'withdrawn',
  'expired',
  'unreachable',
  'merged',
  'resolved',
  'reopened',
] as const;

export type TicketEvent = (typeof ticketEvents)[number];

/** A ticket has no status before it is opened. */
export type StatusBefore = TicketStatus | 'none';

type Moves = Partial<Record<TicketEvent, TicketStatus>>;

/** Every end except a solution by the assignee. */
const ends: Moves = {
  withdrawn: 'resolved',
  unreachable: 'resolved',
  merged: 'resolved',
  resolved: 'resolved',
};

/** The events possible in each status, and the status afterwards. */
const moves: Record<StatusBefore, Moves> = {
  none: { opened: 'new' },
  new: {
    ...ends,
    offered: 'new',
    claimed: 'open',
    assigned: 'open',
    noted: 'new',
    transferred: 'new',
    escalated: 'new',
  },
  open: {
    ...ends,
    released: 'new',
    assigned: 'open',
    answered: 'open',
    noted: 'open',
    transferred: 'new',
    escalated: 'new',
    waited: 'waiting',
  },
  waiting: {
    ...ends,
    released: 'new',
    assigned: 'open',
    answered: 'open',
    noted: 'waiting',
    transferred: 'new',
    escalated: 'new',
    expired: 'resolved',
    reopened: 'open',
  },
  resolved: { noted: 'resolved', reopened: 'new' },
};

/**
 * The status after an event; undefined when the event cannot happen in this status. Pure. A reopened ticket is `new`:
 * its previous assignee is assigned anew, if still present.
 */
export function nextStatus(status: StatusBefore, event: TicketEvent): TicketStatus | undefined {
  return moves[status][event];
}

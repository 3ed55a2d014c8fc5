import type { TicketEdit } from './ticket-edit.ts';

/** Whether the resident waits for our answer. */
export function owesAnswer({ ticket }: Pick<TicketEdit, 'ticket'>): boolean {
  if (ticket.status === 'resolved' || ticket.status === 'waiting') return false;
  return ticket.last_answer_at === null || (ticket.last_resident_at ?? 0) > ticket.last_answer_at;
}

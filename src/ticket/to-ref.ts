import type { TicketRef } from './ticket-desk.ts';
import type { Ticket } from './ticket-edit.ts';

type RefRow = Pick<Ticket, 'number' | 'status' | 'kind' | 'topic' | 'created_at' | 'assignee_id'>;

export function toRef({ number, status, kind, topic, created_at, assignee_id }: RefRow): TicketRef {
  const isClaimed = status !== 'resolved' && assignee_id !== null;
  return { number, status, kind, topic, createdAt: created_at, isClaimed };
}

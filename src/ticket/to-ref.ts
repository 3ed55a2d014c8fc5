import type { TicketRef } from './ticket-desk.ts';
import type { Ticket } from './ticket-edit.ts';

export type RefRow = Pick<
  Ticket,
  'number' | 'status' | 'kind' | 'topic' | 'created_at' | 'assignee_id' | 'last_answer_at'
>;

export function toRef({
  number,
  status,
  kind,
  topic,
  created_at,
  assignee_id,
  last_answer_at,
}: RefRow): TicketRef {
  const isClaimed = status !== 'resolved' && assignee_id !== null;
  return { number, status, kind, topic, createdAt: created_at, isClaimed, lastAnswerAt: last_answer_at };
}

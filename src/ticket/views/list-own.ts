import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { firstNameOf } from '../commands/claim.ts';
import type { Ticket } from '../model/ticket-edit.ts';
import type { OpenTicket, ResidentTurn, TicketSummary } from '../resident-ticket-types.ts';
import { reopenMs } from '../timers/deadlines.ts';

type Row = TicketSummaryRow & {
  team: string | null;
  member: string | null;
  due_at: number | null;
};

/** A resident's own tickets: the open ones by number, or the recently closed ones, the last one first. */
export async function listOwn(
  { trx, conversationId, now }: ResidentTurn,
  { isOpen }: { isOpen: boolean },
): Promise<OpenTicket[]> {
  const which = isOpen
    ? sql`t.status <> 'resolved' order by t.number`
    : sql`t.status = 'resolved' and t.resolved_at > ${now - reopenMs} order by t.resolved_at desc`;
  const { rows } = await sql<Row>`
    select t.number, t.status, t.kind, t.topic, t.created_at, t.assignee_id, t.last_answer_at, teams.name as team, members.name as member,
      (select min(due_at) from ticket_timers c
        where c.ticket_id = t.id and c.kind in ('first-answer', 'next-answer')) as due_at
    from tickets t left join teams on teams.team_id = t.team_id
      left join members on members.member_id = t.assignee_id
    where t.conversation_id = ${conversationId} and ${which}`.execute(trx);
  return rows.map((row) => ({
    ...toTicketSummary(row),
    team: row.team?.trim() || undefined,
    member: row.member ? firstNameOf(row.member) : undefined,
    dueAt: row.due_at ?? undefined,
  }));
}

/** Whether a member has an open ticket of a conversation. */
export async function isClaimed(db: Kysely<Tables>, conversationId: number): Promise<boolean> {
  const claimed = await db
    .selectFrom('tickets')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('status', '!=', 'resolved')
    .where('assignee_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return claimed !== undefined;
}

export type TicketSummaryRow = Pick<
  Ticket,
  'number' | 'status' | 'kind' | 'topic' | 'created_at' | 'assignee_id' | 'last_answer_at'
>;

export function toTicketSummary({
  number,
  status,
  kind,
  topic,
  created_at,
  assignee_id,
  last_answer_at,
}: TicketSummaryRow): TicketSummary {
  const isClaimed = status !== 'resolved' && assignee_id !== null;
  return { number, status, kind, topic, createdAt: created_at, isClaimed, lastAnswerAt: last_answer_at };
}

import { sql } from 'kysely';
import { reopenMs } from './deadlines.ts';
import type { DeskTurn, OpenTicket } from './ticket-desk.ts';
import { type RefRow, toRef } from './to-ref.ts';

type Row = RefRow & {
  team: string | null;
  due_at: number | null;
};

/** A resident's own matters: the open ones by number, or those closed lately, the last one first. */
export async function listOwn(
  { trx, conversationId, now }: DeskTurn,
  { isOpen }: { isOpen: boolean },
): Promise<OpenTicket[]> {
  const which = isOpen
    ? sql`t.status <> 'resolved' order by t.number`
    : sql`t.status = 'resolved' and t.resolved_at > ${now - reopenMs} order by t.resolved_at desc`;
  const { rows } = await sql<Row>`
    select t.number, t.status, t.kind, t.topic, t.created_at, t.assignee_id, t.last_answer_at, teams.name as team,
      (select min(due_at) from ticket_timers c
        where c.ticket_id = t.id and c.kind in ('first-answer', 'next-answer')) as due_at
    from tickets t left join teams on teams.team_id = t.team_id
    where t.conversation_id = ${conversationId} and ${which}`.execute(trx);
  return rows.map((row) => ({
    ...toRef(row),
    team: row.team?.trim() || undefined,
    dueAt: row.due_at ?? undefined,
  }));
}

import { type RawBuilder, sql } from 'kysely';

/**
 * Since when the answer to the resident of ticket `t` is overdue, epoch ms: the first deadline that was missed since they
 * were last answered. Null when none was missed, or we owe no answer.
 */
export const overdueSince: RawBuilder<number | null> = sql`(
  select min(e.at) from ticket_events e
  where e.ticket_id = t.id and t.status in ('new', 'open')
    and coalesce(t.last_resident_at, t.created_at) > coalesce(t.last_answer_at, 0)
    and e.reason in ('first-answer-missed', 'next-answer-missed',
      'at-the-top-first-answer-missed', 'at-the-top-next-answer-missed')
    and e.at > coalesce(t.last_answer_at, 0)
    and e.id > coalesce((
      select max(b.id) from ticket_events b where b.ticket_id = t.id and b.event = 'reopened'), 0))`;

import { type RawBuilder, sql } from 'kysely';

/** A condition on `t`: a promise to the resident was missed and nobody has answered since, or is about to be found missed. */
export function isOverdue(now: number): RawBuilder<boolean> {
  return sql<boolean>`(t.status <> 'resolved' and (
  t.id in (select k.ticket_id from ticket_timers k where k.due_at <= ${now}
    and k.kind in ('first-answer', 'next-answer', 'resolution'))
  or exists (select 1 from ticket_events v where v.ticket_id = t.id and v.event = 'escalated'
    and v.reason in ('first-answer-missed', 'next-answer-missed', 'resolution-missed')
    and v.at > coalesce(t.last_answer_at, 0))))`;
}

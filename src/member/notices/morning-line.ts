import { sql } from 'kysely';
import { vietnamOffsetMs } from '../../clock.ts';
import { dayMs, hourMs } from '../../durations.ts';
import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { TellParts } from '../member-parts.ts';

/** When volunteers begin, and the last hour for a morning line. */
const fromHour = 7;
const untilHour = 10;
const stateName = 'member-morning-line';

interface Row {
  member_id: string;
  last_interaction_at: number;
  has_work: boolean;
}

/**
 * Once a day at the start of duty: a line to each member who has tickets, or whose free window would close before the
 * next morning. Only inside an open window: it costs nothing, and a tap extends the window. @returns how many it
 * ordered
 */
export async function orderMorningLines({ db, clock, windowAt }: TellParts): Promise<number> {
  const now = clock.now();
  const local = now + vietnamOffsetMs;
  const hour = Math.floor((local % dayMs) / hourMs);
  if (hour < fromHour || hour >= untilHour) return 0;
  const day = vietnameseDay(now);
  return db.transaction().execute(async (trx) => {
    const { rows: begun } = await sql`
      insert into service_state as s (name, value, updated_at) values (${stateName}, ${JSON.stringify(day)}, ${now})
      on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at
      where s.value <> excluded.value returning name`.execute(trx);
    if (begun.length === 0) return 0;
    const { rows } = await sql<Row>`
      select m.member_id, max(c.last_interaction_at) as last_interaction_at,
        exists (select 1 from tickets t where t.assignee_id = m.member_id and t.status in ('open', 'waiting'))
          or exists (select 1 from ticket_offers o where o.member_id = m.member_id and o.closed_at is null) as has_work
      from members m
      join member_links l on l.member_id = m.member_id and l.revoked_at is null and l.pledged_at is not null
      join conversations c on c.oa_id = l.oa_id and c.person_id = l.person_id and c.last_interaction_at is not null
      where m.removed_at is null and (coalesce(m.away_until, 0) <= ${now} or m.away_from > ${now})
      group by m.member_id`.execute(trx);
    const due = rows.filter(({ last_interaction_at, has_work }) => {
      const { state, freeUntil } = windowAt(last_interaction_at, now);
      return state === 'free' && (has_work || freeUntil < now + dayMs);
    });
    if (due.length === 0) return 0;
    await trx
      .insertInto('member_notices')
      .values(
        due.map(({ member_id }) => ({
          member_id,
          ticket_id: null,
          kind: 'morning',
          data: '{}',
          due_at: now,
          created_at: now,
        })),
      )
      .execute();
    return due.length;
  });
}

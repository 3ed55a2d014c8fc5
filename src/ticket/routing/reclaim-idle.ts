import { sql } from 'kysely';
import { unassign } from '../commands/release.ts';
import { loadTickets } from '../store/load-tickets.ts';
import type { ServiceParts } from '../ticket-parts.ts';
import { withTickets } from '../with-tickets.ts';

const batchSize = 20;

interface ReclaimParts extends ServiceParts {
  settings: { inactiveMs: number };
}

/**
 * Returns open tickets of inactive members to their teams: members who did nothing for too long, in Zalo or elsewhere.
 * @returns how many
 */
export async function reclaimIdleTickets(parts: ReclaimParts): Promise<number> {
  const { db, clock, settings } = parts;
  const now = clock.now();
  const since = now - settings.inactiveMs;
  const { rows } = await sql<{ id: number }>`
    select t.id from tickets t
    where t.status = 'open' and coalesce(t.claimed_at, 0) < ${since}
      and exists (select 1 from member_links l where l.member_id = t.assignee_id)
      and not exists (
        select 1 from member_links l
        join conversations c on c.oa_id = l.oa_id and c.person_id = l.person_id
        where l.member_id = t.assignee_id and l.revoked_at is null and c.last_interaction_at >= ${since})
      and not exists (
        select 1 from ticket_events e
        where e.actor_kind = 'member' and e.actor_id = t.assignee_id and e.at >= ${since})
    order by t.id limit ${batchSize}`.execute(db);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  return withTickets(parts, {
    load: (trx) =>
      loadTickets(trx, (eb) => eb.and([eb('id', 'in', ids), eb('status', '=', 'open')]), {
        skipLocked: true,
      }),
    command(loaded, context) {
      for (const edit of loaded) unassign(edit, context, 'inactive');
      return { result: loaded.length, changed: loaded };
    },
    ifNone: () => 0,
  });
}

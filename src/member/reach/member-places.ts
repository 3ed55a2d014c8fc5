import { type Kysely, sql } from 'kysely';
import type { MessageWindow, WindowAt } from '../../conversation/window.ts';
import type { Tables } from '../../database/schema.ts';

/** One of the OAs where a member can be reached. */
export interface MemberPlace {
  oaId: string;
  personId: string;
  conversationId: number;
  window: MessageWindow;
  lastWroteAt: number;
}

interface Row {
  oa_id: string;
  person_id: string;
  id: number;
  last_interaction_at: number | null;
}

/**
 * The OAs where a member can be reached, the one they wrote to last first. Leaves out OAs that the member left or
 * blocked.
 */
export async function listPlaces(
  db: Kysely<Tables>,
  { memberId, windowAt, now }: { memberId: string; windowAt: WindowAt; now: number },
): Promise<MemberPlace[]> {
  const { rows } = await sql<Row>`
    select l.oa_id, l.person_id, c.id, c.last_interaction_at
    from member_links l
    join members m on m.member_id = l.member_id and m.removed_at is null
    join conversations c on c.oa_id = l.oa_id and c.person_id = l.person_id
    where l.member_id = ${memberId} and l.revoked_at is null and l.pledged_at is not null
      and c.withdrawn_at is null
      and coalesce(c.left_at, 0) <= coalesce(c.last_interaction_at, 0)
      and coalesce(c.blocked_at, 0) <= coalesce(c.last_interaction_at, 0)
    order by c.last_interaction_at desc nulls last, l.id`.execute(db);
  return rows.map((row) => ({
    oaId: row.oa_id,
    personId: row.person_id,
    conversationId: row.id,
    window: windowAt(row.last_interaction_at, now),
    lastWroteAt: row.last_interaction_at ?? 0,
  }));
}

/** The OA for a free message: the ticket's own first, then the one the member wrote to last. */
export function freePlace(
  places: readonly MemberPlace[],
  ticketOaId: string | undefined,
): MemberPlace | undefined {
  const free = places.filter(({ window }) => window.state === 'free');
  return free.find(({ oaId }) => oaId === ticketOaId) ?? free[0];
}

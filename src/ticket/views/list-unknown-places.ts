import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** A village name that a resident typed, that no area has and that no operator has mapped. */
export interface UnknownPlace {
  id: number;
  text: string;
  oaId: string;
  /** The known area in which the village was looked up. */
  areaId: string | undefined;
  at: number;
  /** The ticket that waits for the place, while it is open. */
  openTicket: number | undefined;
}

/** Oldest first. */
export async function listUnknownPlaces(db: Kysely<Tables>): Promise<UnknownPlace[]> {
  const rows = await db
    .selectFrom('unknown_places as u')
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.id', '=', 'u.ticket_id').on('t.status', '<>', 'resolved'),
    )
    .select(['u.id', 'u.text', 'u.oa_id', 'u.area_id', 'u.at', 't.number'])
    .where('u.settled_at', 'is', null)
    .orderBy('u.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    oaId: row.oa_id,
    areaId: row.area_id ?? undefined,
    at: row.at,
    openTicket: row.number ?? undefined,
  }));
}

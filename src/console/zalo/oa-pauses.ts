import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** A time in which the bot did not answer at an OA. */
export interface OaPause {
  oaId: string;
  reason: string;
  pausedAt: number;
  pausedBy: string | null;
  /** Null while it lasts. */
  resumedAt: number | null;
  resumedBy: string | null;
}

interface PauseOrder {
  oaId: string;
  memberId: string;
  now: number;
}

/** Pauses the bot at an OA; from their next message on, residents there read one line and can reach a person. */
export async function pauseOa(db: Kysely<Tables>, order: PauseOrder & { reason: string }): Promise<void> {
  const { oaId, memberId, reason, now } = order;
  await sql`
    insert into oa_pauses (oa_id, reason, paused_at, paused_by)
    select oa_id, ${reason}, ${now}, ${memberId} from oas where oa_id = ${oaId}
    on conflict (oa_id) where resumed_at is null do nothing`.execute(db);
}

export async function resumeOa(db: Kysely<Tables>, { oaId, memberId, now }: PauseOrder): Promise<void> {
  await db
    .updateTable('oa_pauses')
    .set({ resumed_at: now, resumed_by: memberId })
    .where('oa_id', '=', oaId)
    .where('resumed_at', 'is', null)
    .execute();
}

const maxListed = 50;

/** The newest first. */
export async function listPauses(db: Kysely<Tables>): Promise<OaPause[]> {
  const rows = await db.selectFrom('oa_pauses').selectAll().orderBy('id', 'desc').limit(maxListed).execute();
  return rows.map((row) => ({
    oaId: row.oa_id,
    reason: row.reason,
    pausedAt: row.paused_at,
    pausedBy: row.paused_by,
    resumedAt: row.resumed_at,
    resumedBy: row.resumed_by,
  }));
}

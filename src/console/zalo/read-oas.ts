import { type Kysely, sql } from 'kysely';
import type { OutgoingFailure, Tables } from '../../database/schema.ts';
import { dayMs, hourMs } from '../../durations.ts';

/** What the database knows about a connected OA. */
export interface OaFacts {
  oaId: string;
  name: string | null;
  areaId: string | null;
  tokenState: 'ok' | 'needs-authorisation';
  /** Until when Zalo takes the present tokens, epoch ms. */
  accessEndsAt: number | null;
  refreshEndsAt: number | null;
  connectedAt: number;
  lastEventAt: number | null;
  isPaused: boolean;
  /** Messages of today that Zalo refused or did not take yet, by the reason. */
  failures: Partial<Record<OutgoingFailure, number>>;
  /** What Zalo said when it stopped taking messages; undefined while it takes them. */
  stopped: string | undefined;
}

/** Reads every connected OA, in the order of their connection. Fast enough for every page. */
export async function readOas(db: Kysely<Tables>, now: number): Promise<OaFacts[]> {
  const oas = await db.selectFrom('oas').selectAll().orderBy('connected_at').orderBy('oa_id').execute();
  if (oas.length === 0) return [];
  const paused = await db.selectFrom('oa_pauses').select('oa_id').where('resumed_at', 'is', null).execute();
  const pausedIds = new Set(paused.map(({ oa_id }) => oa_id));
  const failures = await countFailures(db, now);
  return oas.map((row) => {
    const own = failures.filter(({ oa_id }) => oa_id === row.oa_id);
    return {
      oaId: row.oa_id,
      name: row.name,
      areaId: row.area_id,
      tokenState: row.token_state,
      accessEndsAt: row.access_expires_at,
      refreshEndsAt: row.refresh_expires_at,
      connectedAt: row.connected_at,
      lastEventAt: row.last_event_at,
      isPaused: pausedIds.has(row.oa_id),
      failures: Object.fromEntries(own.map(({ failure, count }) => [failure, Number(count)])),
      stopped:
        own.find(({ failure, waiting }) => failure === 'operator' && Number(waiting) > 0)?.detail ??
        undefined,
    };
  });
}

interface FailureRow {
  oa_id: string;
  failure: OutgoingFailure;
  count: number | string;
  waiting: number | string;
  detail: string | null;
}

async function countFailures(db: Kysely<Tables>, now: number): Promise<FailureRow[]> {
  const { rows } = await sql<FailureRow>`
    select c.oa_id, o.failure, count(*) filter (where o.created_at >= ${startOfDay(now)}) as count,
      count(*) filter (where o.state = 'pending') as waiting, max(o.failure_detail) as detail
    from outgoing_messages o join conversations c on c.id = o.conversation_id
    where o.failure is not null
      and (o.created_at >= ${startOfDay(now)} or (o.failure = 'operator' and o.state = 'pending'))
    group by c.oa_id, o.failure`.execute(db);
  return rows;
}

/** Midnight in Việt Nam, epoch ms. */
function startOfDay(now: number): number {
  const shift = 7 * hourMs;
  return Math.floor((now + shift) / dayMs) * dayMs - shift;
}

/** When the last message left by each OA, epoch ms. */
export async function readLastSends(
  db: Kysely<Tables>,
  oaIds: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const oaId of oaIds) {
    // Backwards over the ids: the first hit is the newest.
    const row = await db
      .selectFrom('outgoing_messages as o')
      .innerJoin('conversations as c', 'c.id', 'o.conversation_id')
      .select('o.sent_at')
      .where('c.oa_id', '=', oaId)
      .where('o.sent_at', 'is not', null)
      .orderBy('o.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row?.sent_at) found.set(oaId, row.sent_at);
  }
  return found;
}

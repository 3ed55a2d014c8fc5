import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** A time in which the bot told nothing of a topic. */
export interface TopicPause {
  id: number;
  topic: string;
  /** Null: at every OA. */
  oaId: string | null;
  reason: string;
  pausedAt: number;
  pausedBy: string | null;
  /** Null while it lasts. */
  resumedAt: number | null;
  resumedBy: string | null;
}

interface PauseOrder {
  topic: string;
  oaId: string | null;
  reason: string;
  memberId: string;
  now: number;
}

/**
 * Pauses the bot about a topic; from their next message on, residents who ask about it read one line and can reach a
 * person. Does nothing where that pause already lasts.
 */
export async function pauseTopic(db: Kysely<Tables>, order: PauseOrder): Promise<void> {
  const { topic, oaId, reason, memberId, now } = order;
  await sql`
    insert into topic_pauses (topic, oa_id, reason, paused_at, paused_by)
    values (${topic}, ${oaId}, ${reason}, ${now}, ${memberId})
    on conflict (topic, coalesce(oa_id, '')) where resumed_at is null do nothing`.execute(db);
}

/** @returns the topic; undefined when no such pause lasts */
export async function resumeTopic(
  db: Kysely<Tables>,
  { id, memberId, now }: { id: number; memberId: string; now: number },
): Promise<string | undefined> {
  const resumed = await db
    .updateTable('topic_pauses')
    .set({ resumed_at: now, resumed_by: memberId })
    .where('id', '=', id)
    .where('resumed_at', 'is', null)
    .returning('topic')
    .executeTakeFirst();
  return resumed?.topic;
}

const maxEnded = 50;

/** Those that last, then the last ended ones; the newest first. */
export async function listTopicPauses(db: Kysely<Tables>): Promise<TopicPause[]> {
  const pauses = db.selectFrom('topic_pauses').selectAll().orderBy('id', 'desc');
  const current = await pauses.where('resumed_at', 'is', null).execute();
  const ended = await pauses.where('resumed_at', 'is not', null).limit(maxEnded).execute();
  return [...current, ...ended].map((row) => ({
    id: row.id,
    topic: row.topic,
    oaId: row.oa_id,
    reason: row.reason,
    pausedAt: row.paused_at,
    pausedBy: row.paused_by,
    resumedAt: row.resumed_at,
    resumedBy: row.resumed_by,
  }));
}

/** The paused topics, each once, for the top of every page. */
export async function listPausedTopics(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('topic_pauses')
    .select('topic')
    .distinct()
    .where('resumed_at', 'is', null)
    .orderBy('topic')
    .execute();
  return rows.map(({ topic }) => topic);
}

import type { Kysely } from 'kysely';
import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { JobQueue } from '../queue/job-queue.ts';

interface SilenceParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  clock: Clock;
  alarm: Alarm;
}

/** Without any event for so long in office hours, the webhook may have been switched off. */
export const silenceMs = 2 * 60 * 60_000;
/** Away for longer than this, we ask Zalo what we missed. */
const awayMs = 10 * 60_000;
const heartbeat = 'last-alive';

/**
 * Watches for two silences: Zalo's (no event in office hours: alarm, and a look at what was missed) and our own
 * (no process alive for ten minutes: a look at what was missed).
 */
export async function watchSilence(parts: SilenceParts): Promise<void> {
  const { db, queue, clock, alarm } = parts;
  const now = clock.now();
  const aliveAt = await beat(db, now);
  const oas = await db.selectFrom('oas').select(['oa_id', 'last_event_at', 'connected_at']).execute();
  for (const { oa_id: oaId, last_event_at, connected_at } of oas) {
    const lastEventAt = last_event_at ?? connected_at;
    const silent = isOfficeHour(now) && now - lastEventAt > silenceMs;
    if (silent) alarm.raise('silence', { oaId });
    const wasAway = aliveAt !== undefined && now - aliveAt > awayMs;
    if (silent || wasAway) {
      const sinceAt = silent ? lastEventAt : (aliveAt ?? lastEventAt);
      await queue.add('catch-up', { oaId, sinceAt }, { key: `catch-up-${oaId}` });
    }
  }
}

/** Says that we are alive. @returns when we last said so, before now */
async function beat(db: Kysely<Tables>, now: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', heartbeat)
    .executeTakeFirst();
  await db
    .insertInto('service_state')
    .values({ name: heartbeat, value: JSON.stringify(now), updated_at: now })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: JSON.stringify(now), updated_at: now }),
    )
    .execute();
  return typeof row?.value === 'number' ? row.value : undefined;
}

/** Monday to Friday, 8:00-17:00 in Việt Nam (UTC+7, no summer time). */
export function isOfficeHour(at: number): boolean {
  const local = new Date(at + 7 * 60 * 60_000);
  const day = local.getUTCDay();
  const hour = local.getUTCHours();
  return day >= 1 && day <= 5 && hour >= 8 && hour < 17;
}

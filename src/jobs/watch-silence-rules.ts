import type { Kysely } from 'kysely';
import type { ActorParts } from '../actor/actor-parts.ts';
import type { Alarm } from '../alarm.ts';
import type { WorkingCalendar } from '../calendar/working-hours.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';

interface SilenceParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  clock: Clock;
  alarm: Alarm;
  officeHours: WorkingCalendar;
}

/** Without any event for so long, the webhook may have been switched off. */
const silenceMs = 2 * 60 * 60_000;
/** Away for longer than this, we ask Zalo what we missed. */
const awayMs = 10 * 60_000;
const heartbeat = 'last-alive';

/**
 * Watches for two silences: Zalo's (no event for two hours: a look at what was missed; for two office hours: an
 * alarm too) and our own (no process alive for ten minutes: a look at what was missed).
 */
export async function watchSilence(parts: SilenceParts): Promise<void> {
  const { db, queue, clock, alarm, officeHours } = parts;
  const now = clock.now();
  const aliveAt = await beat(db, now);
  const oas = await db.selectFrom('oas').select(['oa_id', 'last_event_at', 'connected_at']).execute();
  for (const { oa_id: oaId, last_event_at, connected_at } of oas) {
    const lastEventAt = last_event_at ?? connected_at;
    const isOdd = officeHours.isWorking(now) && officeHours.workingMsBetween(lastEventAt, now) > silenceMs;
    if (isOdd) alarm.raise('silence', { oaId });
    const since = [
      ...(now - lastEventAt > silenceMs ? [lastEventAt] : []),
      ...(aliveAt !== undefined && now - aliveAt > awayMs ? [aliveAt] : []),
    ];
    if (since.length === 0) continue;
    await queue.add('catch-up', { oaId, sinceAt: Math.min(...since) }, { key: `catch-up-${oaId}` });
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

type WatchParts = ActorParts & { queue: JobQueue; officeHours: WorkingCalendar };

export function createWatchSilence(parts: WatchParts): Processor<'watch-silence'> {
  return () => watchSilence(parts);
}

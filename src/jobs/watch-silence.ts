import type { Kysely } from 'kysely';
import type { ActorParts } from '../actor/actor-parts.ts';
import type { Alarm } from '../alarm.ts';
import type { WorkingCalendar } from '../calendar/working-hours.ts';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { JobQueue, Processor } from '../queue/job-queue.ts';
import { listPendingCatchUps, orderCatchUp } from './catch-up.ts';

interface SilenceParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  clock: Clock;
  alarm: Alarm;
  officeHours: WorkingCalendar;
}

/** After this long without any event, the webhook may have been switched off. */
const silenceMs = 2 * 60 * 60_000;
/** After a longer absence, we ask Zalo for the messages that we missed. */
const awayMs = 10 * 60_000;
const heartbeat = 'last-alive';

/**
 * Watches for two silences. Zalo's: after two hours without an event, catch up; after two office hours, raise an alarm
 * too. Our own: after ten minutes without a live process, catch up.
 */
export async function watchSilence(parts: SilenceParts): Promise<void> {
  const { db, clock, alarm, officeHours } = parts;
  const now = clock.now();
  const aliveAt = await lastAliveAt(db);
  const pending = await listPendingCatchUps(db);
  const oas = await db.selectFrom('oas').select(['oa_id', 'last_event_at', 'connected_at']).execute();
  for (const { oa_id: oaId, last_event_at, connected_at } of oas) {
    const lastEventAt = last_event_at ?? connected_at;
    const isOdd = officeHours.isWorking(now) && officeHours.workingMsBetween(lastEventAt, now) > silenceMs;
    if (isOdd) alarm.raise('silence', { oaId });
    const pendingSince = pending.get(oaId);
    const since = [
      ...(pendingSince === undefined ? [] : [pendingSince]),
      ...(now - lastEventAt > silenceMs ? [lastEventAt] : []),
      ...(aliveAt !== undefined && now - aliveAt > awayMs ? [aliveAt] : []),
    ];
    if (since.length > 0) await orderCatchUp(parts, { oaId, sinceAt: Math.min(...since), now });
  }
  // Last: if the process ends before this, the next run still sees the absence.
  await markAlive(db, now);
}

async function lastAliveAt(db: Kysely<Tables>): Promise<number | undefined> {
  const row = await db
    .selectFrom('service_state')
    .select('value')
    .where('name', '=', heartbeat)
    .executeTakeFirst();
  return typeof row?.value === 'number' ? row.value : undefined;
}

async function markAlive(db: Kysely<Tables>, now: number): Promise<void> {
  const value = JSON.stringify(now);
  await db
    .insertInto('service_state')
    .values({ name: heartbeat, value, updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
    .execute();
}

type WatchParts = ActorParts & { queue: JobQueue; officeHours: WorkingCalendar };

export function createWatchSilence(parts: WatchParts): Processor<'watch-silence'> {
  return () => watchSilence(parts);
}

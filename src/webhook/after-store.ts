import type { Kysely } from 'kysely';
import { wakeJob } from '../conversation/wake.ts';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { wakingKinds } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue, NewJob } from '../queue/job-queue.ts';
import { createBatcher } from './batcher.ts';
import type { EventRow } from './event-row.ts';
import type { OaDirectory } from './oa-directory.ts';

interface AfterStoreParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  directory: OaDirectory;
  logger: Logger;
  metrics: Metrics;
}

/** Events that are matched to messages of ours by one job for all of them. */
const signalKinds = new Set(['echo', 'receipt', 'reaction']);

/**
 * What follows once rows are stored, outside the answer to Zalo: wakes, the OA's sign of life, group rows,
 * counts. Nothing here can lose a message: the sweeper mends a wake that failed.
 */
export function createAfterStore({ db, queue, directory, logger, metrics }: AfterStoreParts) {
  /** One addition to the queue at a time, so that under load wakes go in bulk and stay out of the inserts' way. */
  const follow = createBatcher<EventRow, void>(async (rows) => {
    const results = await Promise.allSettled([wake(rows), matchSignals(rows), rememberGroups(rows)]);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      logger.warn(
        { reason: messageOf(result.reason), rows: rows.length },
        'a wake was not given; the sweeper will',
      );
    }
    return [];
  }, 1000);

  async function wake(rows: EventRow[]): Promise<void> {
    const wakes = new Map<string, NewJob<'wake-conversation'>>();
    for (const { kind, oa_id: oaId, person_id: personId } of rows) {
      if (personId && wakingKinds.has(kind)) wakes.set(`${oaId}/${personId}`, wakeJob({ oaId, personId }));
    }
    if (wakes.size > 0) await queue.addMany('wake-conversation', [...wakes.values()]);
  }

  async function matchSignals(rows: EventRow[]): Promise<void> {
    if (rows.some(({ kind }) => signalKinds.has(kind)))
      await queue.add('match-signals', {}, { key: 'signals' });
  }

  async function rememberGroups(rows: EventRow[]): Promise<void> {
    for (const { event, received_at: seenAt } of rows) {
      if (event.kind !== 'group') continue;
      const leftAt = event.present ? null : event.occurredAt;
      await db
        .insertInto('oa_groups')
        .values({ oa_id: event.oaId, group_id: event.groupId, seen_at: seenAt, left_at: leftAt })
        .onConflict((conflict) =>
          conflict.columns(['oa_id', 'group_id']).doUpdateSet({ seen_at: seenAt, left_at: leftAt }),
        )
        .execute();
    }
  }

  return (rows: EventRow[]): void => {
    for (const row of rows) {
      metrics.count('events_total', { event: row.kind === 'unsupported' ? 'unsupported' : row.event_name });
      directory.markSeen(row.oa_id, row.received_at);
      void follow(row);
    }
  };
}

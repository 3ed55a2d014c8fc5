import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { wakingKinds } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { EventRow } from './event-row.ts';
import type { OaDirectory } from './oa-directory.ts';
import { createWaker } from './waker.ts';

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
  const waker = createWaker({ queue, logger });

  async function rememberGroup({ event, received_at: seenAt }: EventRow): Promise<void> {
    if (event.kind !== 'group') return;
    const leftAt = event.present ? null : event.occurredAt;
    await db
      .insertInto('oa_groups')
      .values({ oa_id: event.oaId, group_id: event.groupId, seen_at: seenAt, left_at: leftAt })
      .onConflict((conflict) =>
        conflict.columns(['oa_id', 'group_id']).doUpdateSet({ seen_at: seenAt, left_at: leftAt }),
      )
      .execute();
  }

  return (rows: EventRow[], { delivered = true } = {}): void => {
    for (const row of rows) {
      const { kind, oa_id: oaId, person_id: personId } = row;
      metrics.count('events_total', { event: kind === 'unsupported' ? kind : row.event_name });
      // What had to be fetched says nothing about whether deliveries reach us.
      if (delivered) directory.markSeen(oaId, row.received_at);
      if (personId && wakingKinds.has(kind)) waker.wake({ oaId, personId });
      if (signalKinds.has(kind)) waker.matchSignals();
      if (kind === 'group') {
        rememberGroup(row).catch((error: unknown) =>
          logger.warn({ reason: messageOf(error) }, 'a group was not remembered'),
        );
      }
    }
  };
}

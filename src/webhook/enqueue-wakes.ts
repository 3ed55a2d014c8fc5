import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { type IncomingEvent, type PersonRef, wakingKinds } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import type { EventRow } from './event-row.ts';
import type { OaDirectory } from './oa-directory.ts';
import { createWakeLines } from './wake-lines.ts';

interface AfterStoreParts {
  db: Kysely<Tables>;
  queue: JobQueue;
  directory: OaDirectory;
  /** Whether an event is handled before others that wait. */
  goesFirst(event: IncomingEvent): boolean;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

/** One job matches all these events to messages that we sent. */
const signalKinds = new Set(['echo', 'receipt', 'reaction']);

/**
 * What happens after the rows are stored, outside the answer to Zalo: wakes, the OA's last-seen time, group rows,
 * counts. No failure here loses a message: the sweeper recovers a failed wake.
 */
export function createAfterStore(parts: AfterStoreParts) {
  const { db, queue, directory, goesFirst, clock, logger, metrics } = parts;
  const waker = createWakeScheduler({ queue, clock, logger });

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
      // A fetched message says nothing about whether deliveries reach us.
      if (delivered) directory.markSeen(oaId, row.received_at);
      if (personId && wakingKinds.has(kind)) waker.wake({ oaId, personId }, goesFirst(row.event));
      if (signalKinds.has(kind)) waker.matchSignals();
      if (kind === 'group') {
        rememberGroup(row).catch((error: unknown) =>
          logger.warn({ reason: messageOf(error) }, 'a group was not remembered'),
        );
      }
    }
  };
}

/** Tells the queue, outside the answer to Zalo, that events are waiting. */
export interface WakeScheduler {
  /** @param first before others that wait */
  wake(person: PersonRef, first: boolean): void;
  matchSignals(): void;
}

/** Small enough that the statement that adds the wakes delays the inserts of the accept path only briefly. */
const wakeBatchSize = 5;
/** After each addition the scheduler rests for this many times as long as the addition took, up to `maxRestMs`. */
const restFactor = 9;
const maxRestMs = 50;

/**
 * Enqueues a single wake at once. Under load it collects wakes, at most one per person, so that the queue takes at most
 * a tenth of the time and the number of people bounds what waits here. It does not retry a failed wake: the sweeper
 * recovers it.
 */
function createWakeScheduler({
  queue,
  clock,
  logger,
}: Pick<AfterStoreParts, 'queue' | 'clock' | 'logger'>): WakeScheduler {
  const lines = createWakeLines({ clock });
  let signalsWait = false;
  let isRunning = false;

  async function runUntilEmpty(): Promise<void> {
    isRunning = true;
    while (!lines.isEmpty() || signalsWait) {
      const startedAt = performance.now();
      await enqueueBatch().catch((error: unknown) =>
        logger.warn({ reason: messageOf(error) }, 'a wake was not given; the sweeper will'),
      );
      await delay(Math.min((performance.now() - startedAt) * restFactor, maxRestMs));
    }
    isRunning = false;
  }

  async function enqueueBatch(): Promise<void> {
    const wakes = lines.take(wakeBatchSize);
    if (wakes.length > 0) await queue.addMany('wake-conversation', wakes);
    if (!signalsWait) return;
    signalsWait = false;
    await queue.add('match-signals', {}, { key: 'signals' });
  }

  function ensureRunning(): void {
    if (!isRunning) void runUntilEmpty();
  }

  return {
    wake(person, goesFirst) {
      lines.add(person, goesFirst);
      ensureRunning();
    },
    matchSignals() {
      signalsWait = true;
      ensureRunning();
    },
  };
}

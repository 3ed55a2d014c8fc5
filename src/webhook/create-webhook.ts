import type { Alarm } from '../alarm.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Sealer } from '../encryption.ts';
import { messageOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { MessageEvent, Origin } from '../message.ts';
import type { Metrics } from '../metrics.ts';
import type { JobQueue } from '../queue/job-queue.ts';
import { withoutErasedPeople } from '../retention/skip-erased.ts';
import { createAcceptDelivery } from './accept-delivery.ts';
import { createFirstLane } from './create-first-lane.ts';
import { createAfterStore } from './enqueue-wakes.ts';
import type { EventRow } from './event-row.ts';
import { createEventStore } from './event-store.ts';
import { insertEvents } from './insert-events.ts';
import { type MaskManner, toMaskedRow } from './mask-event.ts';
import { createOaDirectory, type OaDirectory } from './oa-directory.ts';
import { forgetRejected } from './spool/forget-rejected.ts';
import type { ReplayReport } from './spool/replay-file.ts';
import { createSpool } from './spool/spool.ts';
import { createWebhookRouter, type WebhookRouter } from './webhook-router.ts';

interface WebhookParts extends MaskManner {
  appId: string;
  /** OA Secret Keys; two while the operator resets one in Zalo's console. */
  secrets: readonly string[];
  origin: Origin;
  /** DATA_DIR, which contains the spool. */
  dataDir: string;
  database: Pick<Database, 'db' | 'urgent'>;
  queue: JobQueue;
  sealer: Sealer;
  alarm: Alarm;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** Whether a text has words that are enough to hear an emergency; must be cheap. */
  hearsDanger?: (text: string) => boolean;
  /** How long a delivery waits for the database before it goes to the spool, in ms. */
  limitMs?: number;
  /** How long after spooling a delivery the spool tries the database again, in ms. */
  drainAfterMs?: number;
}

export interface Webhook {
  /** The app asks this router first. */
  router: WebhookRouter;
  directory: OaDirectory;
  /** For the job `drain-spool`, and once at the start. @throws when the database is away */
  drainSpool(): Promise<ReplayReport>;
  /** Forgets rows that the database refused. @param before epoch ms @returns how many were removed */
  forgetRejected(before: number): Promise<number>;
  /** Stores messages that no delivery brought. @returns how many were new @throws when the database is away */
  acceptEvents(events: MessageEvent[]): Promise<number>;
}

export function createWebhook(parts: WebhookParts): Webhook {
  const {
    database,
    dataDir,
    queue,
    limitMs = 200,
    drainAfterMs,
    hearsDanger = () => false,
    ...shared
  } = parts;
  const { clock, logger, metrics } = shared;
  const directory = createOaDirectory({ db: database.db, logger });
  const goesFirst = createFirstLane({ db: database.db, logger, hearsDanger });
  const afterStore = createAfterStore({
    db: database.db,
    queue,
    directory,
    goesFirst,
    clock,
    logger,
    metrics,
  });
  const spool = createSpool({
    folder: dataDir,
    db: database.db,
    onReplayed: afterStore,
    alarm: shared.alarm,
    clock,
    logger,
    metrics,
    ...(drainAfterMs === undefined ? {} : { drainAfterMs }),
  });

  /** The database accepts rows again, so the spool replays its own. */
  function onStored(rows: EventRow[]): void {
    afterStore(rows);
    if (!spool.mayHoldRows()) return;
    spool
      .drain()
      .catch((error: unknown) => logger.warn({ reason: messageOf(error) }, 'the spool stays for now'));
  }

  const store = createEventStore({ db: database.urgent, limitMs, onStored });
  const accept = createAcceptDelivery({ ...shared, limitMs, directory, store, spool });
  return {
    router: createWebhookRouter({ accept, metrics }),
    directory,
    drainSpool: () => spool.drain(),
    forgetRejected: (before) =>
      forgetRejected({ folder: dataDir, db: database.db, before, now: clock.now() }),
    async acceptEvents(events) {
      const wanted = await withoutErasedPeople(database.db, events);
      const rows = wanted.map((event) => toMaskedRow(shared, event));
      const results = await insertEvents(database.db, rows);
      const fresh = rows.filter((_, at) => results[at] === 'new');
      afterStore(fresh, { delivered: false });
      return fresh.length;
    },
  };
}

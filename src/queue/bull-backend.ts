import {
  type BackendFactory,
  createPostgresBackend,
  Queue,
  type QueueOptions,
  type RedisQueueBackend,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import type pg from 'pg';
import type { Envelope } from './envelope.ts';
import type { FaultLog } from './fault-log.ts';
import type { JobName } from './job-catalog.ts';
import { asQueuePool } from './postgres-pool.ts';

/** Where jobs are kept. */
export type QueueBackend =
  | { kind: 'redis'; url: string }
  | {
      kind: 'postgres';
      /** `search_path` must hold `bullmq` after `public`. Each worker process keeps two of its connections. */
      pool: pg.Pool;
      /** No other process uses this database, so a job found running at the start belongs to a dead process. */
      exclusive?: boolean;
    };

/** Conversations have a queue of their own, so that slow chores never stand before a resident's turn. */
export type QueueName = 'turns' | 'chores';
export const queueNames: QueueName[] = ['turns', 'chores'];

export function queueOf(job: JobName): QueueName {
  return job === 'wake-conversation' || job === 'match-signals' ? 'turns' : 'chores';
}

export type BullQueue = Queue<Envelope>;
export type BullWorker = Worker<Envelope>;

export interface BackendParts {
  backend: QueueBackend;
  /** Part of the queues' names, so that two installations can share one server. No `:`. */
  prefix: string;
  onFault: FaultLog;
}

/** BullMQ's factory with the type of the one that a plain `Queue` has; both serve the same interface. */
const postgresBackend = createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>;

/** Events are only for `QueueEvents`, which nothing here uses: as few are kept as BullMQ allows. */
const streams = { events: { maxLen: 100 } };

/** A producer: answers at once or fails at once while Redis is away. */
export function openBullQueue(parts: BackendParts, name: QueueName): BullQueue {
  const fullName = `${parts.prefix}-${name}`;
  const queue: BullQueue =
    parts.backend.kind === 'redis'
      ? new Queue(fullName, {
          streams,
          connection: { url: parts.backend.url, enableOfflineQueue: false, retryStrategy },
        })
      : new Queue(fullName, { streams, ...postgresOptions(parts) }, postgresBackend);
  queue.on('error', parts.onFault);
  return queue;
}

/** A worker, not yet running: waits for its server and comes back by itself. */
export function openBullWorker(
  parts: BackendParts,
  name: QueueName,
  run: ConstructorParameters<typeof Worker<Envelope>>[1],
  options: Partial<WorkerOptions>,
): BullWorker {
  const fullName = `${parts.prefix}-${name}`;
  const worker: BullWorker =
    parts.backend.kind === 'redis'
      ? new Worker(fullName, run, {
          ...options,
          autorun: false,
          connection: { url: parts.backend.url, maxRetriesPerRequest: null, retryStrategy },
        })
      : new Worker(fullName, run, { ...options, autorun: false, ...postgresOptions(parts) }, postgresBackend);
  worker.on('error', parts.onFault);
  return worker;
}

/** Lets go of a server that does not answer. Not waited for: ioredis never says that it has given up. */
export function abandon(part: BullQueue | BullWorker): void {
  const connections = part.getBackend();
  for (const gone of [connections.disconnectBlocking(false), connections.disconnect()])
    gone.catch(() => undefined);
}

/** The pool in the place of Redis options, which is what the factory for PostgreSQL reads there. */
function postgresOptions({ backend, onFault }: BackendParts): Pick<QueueOptions, 'connection'> {
  if (backend.kind !== 'postgres') throw new Error('not a PostgreSQL backend');
  return { connection: asQueuePool(backend.pool, onFault) as unknown as QueueOptions['connection'] };
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, 1000);
}

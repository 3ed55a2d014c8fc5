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

/** Where the queue stores its jobs. */
export type QueueBackend =
  | { kind: 'redis'; url: string }
  | {
      kind: 'postgres';
      /** `search_path` must contain `bullmq` after `public`. Each worker process keeps two connections of the pool. */
      pool: pg.Pool;
      /** No other process uses this database, so a job found running at the start belongs to a dead process. */
      exclusive?: boolean;
    };

/** Conversations have their own queue, so that slow chores never delay a resident's turn. */
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

/** BullMQ's PostgreSQL factory, cast to the type that a plain `Queue` expects. Both serve the same interface. */
const postgresBackend = createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>;

/** Only `QueueEvents` reads these events, and this program does not use it: keep as few as BullMQ allows. */
const streams = { events: { maxLen: 100 } };

/** Opens a producer. It answers or fails at once while Redis is away. */
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

/** Opens a worker that does not run yet. It waits for its server and reconnects by itself. */
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

/** Disconnects from a server that does not answer. Does not wait: ioredis never reports that it has given up. */
export function abandon(part: BullQueue | BullWorker): void {
  const connections = part.getBackend();
  for (const disconnecting of [connections.disconnectBlocking(false), connections.disconnect()])
    disconnecting.catch(() => undefined);
}

/** Passes the pool in place of the Redis options, which is where the PostgreSQL factory reads it. */
function postgresOptions({ backend, onFault }: BackendParts): Pick<QueueOptions, 'connection'> {
  if (backend.kind !== 'postgres') throw new Error('not a PostgreSQL backend');
  return { connection: asQueuePool(backend.pool, onFault) as unknown as QueueOptions['connection'] };
}

function retryStrategy(attempt: number): number {
  return Math.min(attempt * 100, 1000);
}

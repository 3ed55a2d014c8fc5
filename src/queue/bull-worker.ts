import type { Job } from 'bullmq';
import type pg from 'pg';
import { messageOf } from '../errors.ts';
import { withTimeout } from '../with-timeout.ts';
import { abandon, type BullWorker, openBullWorker, type QueueName, queueNames } from './bull-backend.ts';
import { type BullQueueParts, createBullQueue, defaultPrefix } from './bull-queue.ts';
import type { Envelope } from './envelope.ts';
import { createFaultLog } from './fault-log.ts';
import type { JobName } from './job-catalog.ts';
import type { JobWorker, Processors } from './job-queue.ts';
import { ensureQueueTables } from './postgres-pool.ts';
import { createQueueOpener } from './queue-opener.ts';
import { createJobRunner } from './run-job.ts';
import { createScheduleKeeper } from './schedule-keeper.ts';
import type { Schedule } from './schedules.ts';
import { releaseLeftovers, startVacuum } from './sole-process.ts';

interface BullWorkerParts extends BullQueueParts {
  processors: Processors;
  /** How many conversations this process handles at once. Chores have four slots of their own. */
  concurrency: number;
  schedules?: Schedule[];
  /** Called when a job has failed for the last time. */
  onFailed?: (job: { name: string; reason: string }) => void;
  /** Called when schedules had to be made anew, because the machine's clock has jumped. */
  onClockJump?: (schedules: JobName[]) => void;
  /** Called when schedules had to be made anew, because the queue's server has lost its data. */
  onSchedulesLost?: (schedules: JobName[]) => void;
  timing?: WorkerTiming;
}

interface WorkerTiming {
  /** How long a job belongs to a worker that gives no sign of life. */
  lockMs: number;
  /** How often the worker looks for jobs of dead workers. Such a job runs again after at most lockMs + 2 × this. */
  stalledCheckMs: number;
  /** How often the worker looks whether its schedules stand at a possible time. */
  scheduleCheckMs?: number;
}

const productionTiming: WorkerTiming = { lockMs: 15_000, stalledCheckMs: 5_000 };
const usualScheduleCheckMs = 20_000;
const choreConcurrency = 4;

/** Retries of a job whose process died. The limit stops a job that kills its process from doing so for ever. */
const maxStalledCount = 5;
/** BullMQ retries at this pace after it loses its connection. */
const runRetryDelay = 1000;
/** The server wakes an idle worker; this is only how often the worker polls by itself, in seconds. */
const drainDelay = { redis: 5, postgres: 60 };
/** How long closing waits for an unresponsive server once the running jobs have ended. */
const closeMs = 3000;

/** @returns a worker that takes jobs from `start()` on, and survives any outage of its server */
export function createBullWorker(parts: BullWorkerParts): JobWorker {
  const { backend, clock, logger, metrics, processors, prefix = defaultPrefix } = parts;
  const { lockMs, stalledCheckMs, scheduleCheckMs = usualScheduleCheckMs } = parts.timing ?? productionTiming;
  const backendParts = { backend, prefix, onFault: createFaultLog({ clock, logger }) };
  const postponedQueue = createBullQueue(parts);
  const opener = createQueueOpener(backendParts);
  const run = createJobRunner({ processors, queue: postponedQueue, clock, metrics });
  const keeper = createScheduleKeeper({
    opener,
    schedules: parts.schedules ?? [],
    checkMs: scheduleCheckMs,
    onFault: backendParts.onFault,
    onReset: (names) => parts.onClockJump?.(names),
    onLost: (names) => parts.onSchedulesLost?.(names),
  });
  const workers: BullWorker[] = [];
  const running = new Set<Promise<void>>();
  let stopVacuum = () => {};

  function reportFailure(job: Job<Envelope> | undefined, error: Error): void {
    const name = job?.name ?? 'unknown';
    const isFinal = job?.finishedOn !== undefined;
    metrics.count('jobs_total', { job: name, result: isFinal ? 'failed' : 'retried' });
    logger.warn({ job: name, attempt: job?.attemptsMade, isFinal, reason: messageOf(error) }, 'a job failed');
    if (isFinal) parts.onFailed?.({ name, reason: messageOf(error) });
  }

  async function runTracked(job: Job<Envelope>): Promise<void> {
    const current = run(job);
    running.add(current);
    await current.finally(() => running.delete(current));
  }

  /**
   * Closes the worker, for at most `closeMs`: while the server is away, the worker cannot report that a job has ended.
   */
  async function closeWorker(worker: BullWorker): Promise<void> {
    const closing = worker.close();
    await Promise.allSettled(running);
    await withTimeout(closing, { ms: closeMs, of: 'the job queue' }).catch(() => abandon(worker));
  }

  function openWorker(name: QueueName): BullWorker {
    const worker = openBullWorker(backendParts, name, runTracked, {
      concurrency: name === 'turns' ? parts.concurrency : choreConcurrency,
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount,
      runRetryDelay,
      drainDelay: drainDelay[backend.kind],
    });
    worker.on('failed', reportFailure);
    return worker;
  }

  async function takeOver(pool: pg.Pool): Promise<void> {
    for (const name of queueNames) await releaseLeftovers(await opener.open(name));
    stopVacuum = startVacuum(pool, backendParts.onFault);
  }

  return {
    async start() {
      if (backend.kind === 'postgres') await ensureQueueTables(backend.pool);
      if (backend.kind === 'postgres' && backend.exclusive) await takeOver(backend.pool);
      for (const name of queueNames) workers.push(openWorker(name));
      for (const worker of workers) void worker.run().catch(backendParts.onFault);
      const registered = keeper.start();
      if (backend.kind === 'postgres') await registered;
    },

    async close() {
      keeper.stop();
      stopVacuum();
      await Promise.all(workers.map(closeWorker));
      await postponedQueue.close();
      await opener.close();
    },
  };
}

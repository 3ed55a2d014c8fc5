import type { JobsOptions } from 'bullmq';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { withTimeout } from '../with-timeout.ts';
import { type BullQueue, type QueueBackend, type QueueName, queueNames, queueOf } from './bull-backend.ts';
import { deduplicationId, type Envelope, toEnvelope } from './envelope.ts';
import { createFaultLog } from './fault-log.ts';
import type { JobName } from './job-catalog.ts';
import type { JobQueue, NewJob } from './job-queue.ts';
import { createQueueOpener } from './queue-opener.ts';

export interface BullQueueParts {
  backend: QueueBackend;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  prefix?: string;
  /** How often the worker tries a failing job, with doubling pauses in between. */
  retry?: { attempts: number; backoffMs: number };
}

export const defaultPrefix = 'cau-noi';
const answerMs = 2000;
const pageSize = 500;
/** Few jobs per statement: deliveries go before the next statement and wait only briefly. */
const batchSize = 10;

/** Keeps failed jobs for the operator who looks into the failure, and removes completed ones. */
const retention = {
  removeOnComplete: true,
  removeOnFail: { count: 500, age: 7 * 24 * 3600 },
  stackTraceLimit: 3,
};

/** Connects in the background. An `add` before that waits up to 2 s. */
export function createBullQueue(parts: BullQueueParts): JobQueue {
  const { clock, metrics, prefix = defaultPrefix, retry = { attempts: 5, backoffMs: 1000 } } = parts;
  const queues = createQueueOpener({ backend: parts.backend, prefix, onFault: createFaultLog(parts) });
  for (const name of queueNames) queues.open(name).catch(() => undefined);

  function toBullOptions(name: JobName, envelope: Envelope): JobsOptions {
    const { dueAt, key, first = false } = envelope;
    return {
      ...retention,
      attempts: retry.attempts,
      backoff: { type: 'exponential', delay: retry.backoffMs },
      ...(first ? { lifo: true } : {}),
      ...(dueAt === undefined ? {} : { delay: delayUntil(dueAt) }),
      ...(key === undefined
        ? {}
        : { deduplication: { id: deduplicationId(name, envelope), keepLastIfActive: true } }),
    };
  }

  function delayUntil(dueAt: number): number {
    return Math.max(Math.ceil(dueAt - clock.now()), 0);
  }

  async function store(name: JobName, envelopes: Envelope[]): Promise<void> {
    const queue = await queues.open(queueOf(name));
    const stored = await queue.addBulk(
      envelopes.map((data) => ({ name, data, opts: toBullOptions(name, data) })),
    );
    const later = envelopes.flatMap(({ dueAt, key }, index) =>
      dueAt !== undefined && key !== undefined ? [{ id: stored[index]?.id, dueAt }] : [],
    );
    for (const { id, dueAt } of later) await bringForward(queue, id, dueAt);
  }

  /** The job stored under the key may be an older one with a later time; the earlier time wins. */
  async function bringForward(queue: BullQueue, id: string | undefined, dueAt: number): Promise<void> {
    const waiting = id === undefined ? undefined : await queue.getJob(id);
    if (waiting?.data.dueAt === undefined || waiting.data.dueAt <= dueAt) return;
    if (!(await waiting.isDelayed())) return;
    await waiting.updateData({ ...waiting.data, dueAt });
    await waiting.changeDelay(delayUntil(dueAt));
  }

  async function promoteDueIn(queue: BullQueue, now: number): Promise<number> {
    const due: Promise<void>[] = [];
    for (let start = 0; ; start += pageSize) {
      const page = await queue.getDelayed(start, start + pageSize - 1);
      for (const job of page) {
        if (job?.data.dueAt !== undefined && job.data.dueAt <= now) due.push(job.promote());
      }
      if (page.length < pageSize) break;
    }
    const outcomes = await Promise.allSettled(due);
    return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
  }

  async function countsOf(name: QueueName): Promise<Record<string, number>> {
    const queue = await queues.open(name);
    return queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
  }

  async function addMany<N extends JobName>(name: N, jobs: NewJob<N>[]): Promise<void> {
    if (jobs.length === 0) return;
    const envelopes = jobs.map(({ data, options }) => toEnvelope(name, data, options));
    for (let start = 0; start < envelopes.length; start += batchSize) {
      const batch = envelopes.slice(start, start + batchSize);
      await withTimeout(store(name, batch), { ms: answerMs, of: 'the job queue' });
      metrics.count('jobs_total', { job: name, result: 'added' }, batch.length);
    }
  }

  return {
    add: (name, data, options) => addMany(name, [{ data, ...(options && { options }) }]),
    addMany,

    async counts() {
      const each = await withTimeout(Promise.all(queueNames.map(countsOf)), {
        ms: answerMs,
        of: 'the job queue',
      });
      const sum = (state: string) => each.reduce((total, counts) => total + (counts[state] ?? 0), 0);
      return {
        waiting: sum('waiting'),
        delayed: sum('delayed'),
        active: sum('active'),
        failed: sum('failed'),
      };
    },

    async promoteDue(now) {
      let promoted = 0;
      for (const name of queueNames) promoted += await promoteDueIn(await queues.open(name), now);
      return promoted;
    },

    close: () => queues.close(),
  };
}

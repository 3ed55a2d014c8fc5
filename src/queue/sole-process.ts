import { ErrorCode, type Job } from 'bullmq';
import type pg from 'pg';
import type { FaultLog } from './fault-log.ts';

/** Often, so that each vacuum is short: 30 ms after 10,000 jobs. Without it these jobs leave 8 MB behind. */
const vacuumEveryMs = 60_000;

const vacuum =
  'vacuum bullmq.job, bullmq.event, bullmq.dedup, bullmq.dedup_next, bullmq.scheduler, bullmq.meta';

/**
 * Reclaims the space of completed jobs. A PostgreSQL server does so by itself, the embedded database does not.
 *
 * @returns a function that stops it
 */
export function startVacuum(pool: pg.Pool, onFault: FaultLog, everyMs = vacuumEveryMs): () => void {
  const timer = setInterval(() => void pool.query(vacuum).catch(onFault), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** What is used of a queue, and of its jobs, to return the running ones. */
interface RunningJobs {
  getActive(): Promise<Pick<Job, 'moveToWait'>[]>;
}

/**
 * Returns the jobs that a dead process left running to the queue at once, before their locks expire. Passes over a
 * job that has ended since it was listed: tests let two processes use one embedded database.
 *
 * @throws whatever else keeps the queue from taking a job back
 */
export async function releaseLeftovers(queue: RunningJobs): Promise<void> {
  for (const job of await queue.getActive()) await job.moveToWait('0').catch(throwUnlessGone);
}

function throwUnlessGone(error: Error & { code?: unknown }): void {
  if (error.code !== ErrorCode.JobNotExist) throw error;
}

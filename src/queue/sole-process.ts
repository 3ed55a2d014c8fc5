import type pg from 'pg';
import type { BullQueue } from './bull-backend.ts';
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

/** Returns the jobs that a dead process left running to the queue at once, before their locks expire. */
export async function releaseLeftovers(queue: BullQueue): Promise<void> {
  for (const job of await queue.getActive()) await job.moveToWait('0');
}

import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import {
  type BullQueue,
  type BullWorker,
  openBullQueue,
  openBullWorker,
} from '../../src/queue/bull-backend.ts';
import { createBullQueue, defaultPrefix } from '../../src/queue/bull-queue.ts';
import { createBullWorker } from '../../src/queue/bull-worker.ts';
import { jobNames } from '../../src/queue/job-catalog.ts';
import type { Processors } from '../../src/queue/job-queue.ts';
import { ensureQueueTables } from '../../src/queue/postgres-pool.ts';
import { releaseLeftovers, startVacuum } from '../../src/queue/sole-process.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';

test("returns a dead process's running jobs to the queue at once, where no other process can own them", async () => {
  const database = await createTestDatabase();
  // A busy machine may take longer for this than a job may take to be added.
  await ensureQueueTables(database.pool);
  const shared = { backend: { kind: 'postgres' as const, pool: database.pool, exclusive: true } };
  const parts = { ...shared, clock: systemClock, logger: silentLogger, metrics: createMetrics() };
  const queue = createBullQueue(parts);
  await queue.add('wake-conversation', { oaId: 'oa-1', personId: '7' }, { key: '7' });
  const doomed = openBullWorker({ ...shared, prefix: defaultPrefix, onFault: fail }, 'turns', null, {});
  await doomed.getNextJob('token-of-the-dead', { block: false });
  await doomed.close(true);
  expect(await queue.counts()).toMatchObject({ active: 1 });

  const seen: string[] = [];
  const worker = createBullWorker({ ...parts, concurrency: 1, processors: processorsOf(seen) });
  const startedAt = performance.now();
  await worker.start();
  await until('it ran', () => seen.length === 1);
  // The lock of the dead expires after 15 s.
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  await worker.close();
  await queue.close();
  await database.close();
});

test('passes over a running job that has ended since it was listed', async () => {
  const { queue, worker, close } = await openChores();
  const [ended] = await startTwoJobs(queue, worker);
  const listedBeforeOneEnds = {
    getActive: async () => {
      const listed = await queue.getActive();
      await ended?.moveToCompleted(null, 'token', false);
      return listed;
    },
  };
  await releaseLeftovers(listedBeforeOneEnds);
  expect(await queue.getJobCounts('active', 'waiting')).toEqual({ active: 0, waiting: 1 });
  await close();
});

test('tells any other reason why a running job cannot be returned', async () => {
  const moveToWait = () => Promise.reject(new Error('the queue is out of reach'));
  const unreachable = { getActive: async () => [{ moveToWait }] };
  await expect(releaseLeftovers(unreachable)).rejects.toThrow('the queue is out of reach');
});

test('reclaims the space of completed jobs on the embedded database', async () => {
  const { pool, close } = await createTestDatabase({ isOwn: true });
  await ensureQueueTables(pool);
  const wasVacuumed = async () => {
    const { rows } = await pool.query(
      "select reltuples >= 0 as yes from pg_class where oid = 'bullmq.event'::regclass",
    );
    return rows[0].yes as boolean;
  };
  expect(await wasVacuumed()).toBe(false);
  const stop = startVacuum(pool, fail, 20);
  await until('the tables are vacuumed', wasVacuumed);
  stop();
  await close();
});

/** A queue on a database of its own, and a worker that is asked for jobs by hand. */
async function openChores() {
  const database = await createTestDatabase();
  await ensureQueueTables(database.pool);
  const backend = { kind: 'postgres' as const, pool: database.pool };
  const parts = { backend, prefix: defaultPrefix, onFault: fail };
  const queue = openBullQueue(parts, 'chores');
  const worker = openBullWorker(parts, 'chores', null, {});
  const close = async () => {
    await worker.close(true);
    await queue.close();
    await database.close();
  };
  return { queue, worker, close };
}

async function startTwoJobs(queue: BullQueue, worker: BullWorker) {
  const opts = { removeOnComplete: true };
  for (const name of ['erase-data', 'watch-silence']) await queue.add(name, { data: {} }, opts);
  const next = () => worker.getNextJob('token', { block: false });
  return [await next(), await next()];
}

function processorsOf(seen: string[]): Processors {
  const entries = jobNames.map((name) => [name, async () => void seen.push(name)]);
  return Object.fromEntries(entries) as Processors;
}

function fail(error: unknown): never {
  throw error;
}

import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openBullWorker } from '../../src/queue/bull-backend.ts';
import { createBullQueue, defaultPrefix } from '../../src/queue/bull-queue.ts';
import { createBullWorker } from '../../src/queue/bull-worker.ts';
import { jobNames } from '../../src/queue/job-catalog.ts';
import type { Processors } from '../../src/queue/job-queue.ts';
import { ensureQueueTables } from '../../src/queue/postgres-pool.ts';
import { startVacuum } from '../../src/queue/sole-process.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';

test("returns a dead process's running jobs to the queue at once, where no other process can own them", async () => {
  const database = await createTestDatabase();
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
  expect(performance.now() - startedAt).toBeLessThan(3000);
  await worker.close();
  await queue.close();
  await database.close();
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

function processorsOf(seen: string[]): Processors {
  const entries = jobNames.map((name) => [name, async () => void seen.push(name)]);
  return Object.fromEntries(entries) as Processors;
}

function fail(error: unknown): never {
  throw error;
}

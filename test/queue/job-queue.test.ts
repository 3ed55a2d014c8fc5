import pg from 'pg';
import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openBullWorker } from '../../src/queue/bull-backend.ts';
import { createBullQueue, defaultPrefix } from '../../src/queue/bull-queue.ts';
import { createBullWorker } from '../../src/queue/bull-worker.ts';
import { jobNames } from '../../src/queue/job-catalog.ts';
import type { Processors } from '../../src/queue/job-queue.ts';
import {
  describeJobQueue,
  type QueueServer,
  type StoppableQueueServer,
} from '../contracts/job-queue.contract.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { createTestDatabase } from '../helpers/test-database.ts';
import { until } from '../helpers/until.ts';

async function openRedis(): Promise<StoppableQueueServer> {
  const redis = await startRedis();
  return {
    backend: { kind: 'redis', url: redis.url },
    start: redis.start,
    stop: redis.stop,
    close: () => redis.close(),
  };
}

async function openPostgres(): Promise<StoppableQueueServer> {
  const postgres = await startPostgres();
  const pool = new pg.Pool({
    connectionString: postgres.url,
    options: '-c search_path=public,bullmq',
    max: 10,
  });
  pool.on('error', () => undefined);
  return {
    backend: { kind: 'postgres', pool },
    start: postgres.start,
    stop: postgres.stop,
    async close() {
      await pool.end();
      await postgres.close();
    },
  };
}

if (hasRedis()) describeJobQueue('the job queue on Redis', { open: openRedis, stoppable: true });
else
  describe.skip(`the job queue on Redis (needs: ${redisInstallLine})`, () =>
    test('is there', () => undefined));

if (hasPostgres()) describeJobQueue('the job queue on PostgreSQL', { open: openPostgres, stoppable: true });
else {
  describe.skip(`the job queue on PostgreSQL (needs: ${postgresInstallLine})`, () =>
    test('is there', () => undefined));
}

async function openEmbedded(): Promise<QueueServer> {
  const database = await createTestDatabase();
  return { backend: { kind: 'postgres', pool: database.pool }, close: () => database.close() };
}

describeJobQueue('the job queue on the embedded database', { open: openEmbedded, stoppable: false });

test('gives back at once what a dead process left running, where no other process can own it', async () => {
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

function processorsOf(seen: string[]): Processors {
  const entries = jobNames.map((name) => [name, async () => void seen.push(name)]);
  return Object.fromEntries(entries) as Processors;
}

function fail(error: unknown): never {
  throw error;
}

import pg from 'pg';
import {
  describeJobQueue,
  type QueueServer,
  type StoppableQueueServer,
} from '../contracts/job-queue.contract.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

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

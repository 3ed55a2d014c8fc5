import { Redis } from 'ioredis';
import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createBullQueue } from '../../src/queue/bull-queue.ts';
import { createBullWorker } from '../../src/queue/bull-worker.ts';
import { jobNames } from '../../src/queue/job-catalog.ts';
import type { JobQueue, JobWorker, Processors } from '../../src/queue/job-queue.ts';
import { schedules } from '../../src/queue/schedules.ts';
import { hasRedis, redisInstallLine, startRedis } from '../helpers/redis-server.ts';
import { until } from '../helpers/until.ts';

const ada = { oaId: 'oa-1', personId: '100200300' };

/** A worker with all schedules of the program, at a faster pace; idle most of the time. */
function startAll(url: string) {
  const runs = new Map<string, number>();
  const lost: string[] = [];
  const processors = Object.fromEntries(
    jobNames.map((name) => [name, async () => void runs.set(name, (runs.get(name) ?? 0) + 1)]),
  ) as unknown as Processors;
  const parts = {
    backend: { kind: 'redis' as const, url },
    clock: systemClock,
    logger: silentLogger,
    metrics: createMetrics(),
  };
  const worker: JobWorker = createBullWorker({
    ...parts,
    processors,
    concurrency: 2,
    schedules: schedules.map(({ name }) => ({ name, everyMs: 2000 })),
    timing: { lockMs: 1000, stalledCheckMs: 500, scheduleCheckMs: 200 },
    onSchedulesLost: (names) => void lost.push(...names),
    onClockJump: (names) => void lost.push(...names.map((name) => `clock: ${name}`)),
  });
  const queue: JobQueue = createBullQueue(parts);
  const allRunAgain = async () => {
    runs.clear();
    await until('all run again', () => schedules.every(({ name }) => runs.has(name)), 20_000);
  };
  return { worker, queue, runs, lost, allRunAgain };
}

const whereRedis = hasRedis() ? describe : describe.skip;
whereRedis(`a Redis that loses its data (needs: ${redisInstallLine})`, () => {
  test.each([
    ['while it runs', false],
    ['by a restart', true],
  ])(
    'loses it %s: every schedule comes back by itself, wakes work, and somebody is told',
    async (_how, restarts) => {
      const server = await startRedis();
      const { worker, queue, runs, lost, allRunAgain } = startAll(server.url);
      try {
        await worker.start();
        await allRunAgain();
        expect(lost).toEqual([]);
        await queue.add('wake-conversation', ada, { key: 'ada', dueAt: systemClock.now() + 60_000 });

        await until('no job runs', async () => (await queue.counts()).active === 0);
        const redis = new Redis(server.url);
        await redis.flushall();
        await redis.quit();
        if (restarts) {
          await server.stop();
          await server.start();
        }

        await allRunAgain();
        expect(new Set(lost)).toEqual(new Set(schedules.map(({ name }) => name)));
        // The key of the lost wake is free again.
        await until('a wake can be added', () =>
          queue.add('wake-conversation', ada, { key: 'ada' }).then(
            () => true,
            () => false,
          ),
        );
        await until('the wake runs', () => runs.has('wake-conversation'));
      } finally {
        await worker.close();
        await queue.close();
        await server.close();
      }
    },
    60_000,
  );
});

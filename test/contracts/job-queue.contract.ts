import type { Worker } from 'bullmq';
import { type AdjustableClock, createAdjustableClock } from '../../src/clock.ts';
import { hourMs } from '../../src/durations.ts';
import { type Logger, silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openBullQueue, openBullWorker, type QueueBackend, queueOf } from '../../src/queue/bull-backend.ts';
import { createBullQueue } from '../../src/queue/bull-queue.ts';
import { createBullWorker } from '../../src/queue/bull-worker.ts';
import { jobNames } from '../../src/queue/job-catalog.ts';
import type { JobQueue, JobWorker, Processors } from '../../src/queue/job-queue.ts';
import { until } from '../helpers/until.ts';

/** Where one run of the contract stores its jobs. */
export interface QueueServer {
  backend: QueueBackend;
  close(): Promise<void>;
}

const timing = { lockMs: 400, stalledCheckMs: 200 };
/** For tests without a dead worker: on a busy machine a short lock expires and the job runs once more. */
const unhurried = { timing: { lockMs: 60_000, stalledCheckMs: 60_000 } };
const ada = { oaId: 'oa-1', personId: '100200300' };
const ben = { oaId: 'oa-1', personId: '100200301' };

interface Gate {
  promise: Promise<void>;
  open(): void;
}

function createGate(): Gate {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** Every processor does nothing, except the given ones. */
function processorsWith(given: Partial<Processors>): Processors {
  const idle = Object.fromEntries(jobNames.map((name) => [name, () => Promise.resolve()]));
  return { ...(idle as unknown as Processors), ...given };
}

/** A server in its own process, so that a test can stop it. */
export interface StoppableQueueServer extends QueueServer {
  stop(): Promise<void>;
  start(): Promise<void>;
}

type OpenServer =
  | { open: () => Promise<QueueServer>; stoppable: false }
  | { open: () => Promise<StoppableQueueServer>; stoppable: true };

/** What an implementation of `JobQueue` and `JobWorker` has to do, on any server. */
export function describeJobQueue(title: string, { open, stoppable }: OpenServer): void {
  describe(title, () => {
    let server: QueueServer;
    let clock: AdjustableClock;
    let queue: JobQueue;
    let prefix: string;
    let closing: { close(): Promise<void> }[];
    let run = 0;

    beforeAll(async () => {
      server = await open();
    }, 60_000);
    afterAll(() => server?.close(), 30_000);

    beforeEach(() => {
      run += 1;
      prefix = `contract-${run}`;
      closing = [];
      clock = createAdjustableClock();
      queue = createBullQueue({ ...parts(), retry: { attempts: 3, backoffMs: 20 } });
      closing.push(queue);
    });

    afterEach(async () => {
      for (const part of closing.reverse()) await part.close();
    });

    function parts(): { backend: QueueBackend; prefix: string; clock: AdjustableClock; logger: Logger } & {
      metrics: ReturnType<typeof createMetrics>;
    } {
      return { backend: server.backend, prefix, clock, logger: silentLogger, metrics: createMetrics() };
    }

    async function startWorker(
      given: Partial<Processors>,
      more: Partial<Parameters<typeof createBullWorker>[0]> = {},
    ): Promise<JobWorker> {
      const worker = createBullWorker({
        ...parts(),
        retry: { attempts: 3, backoffMs: 20 },
        processors: processorsWith(given),
        concurrency: 8,
        timing,
        ...more,
      });
      closing.push(worker);
      await worker.start();
      return worker;
    }

    async function isQuiet(): Promise<boolean> {
      const { waiting, active } = await queue.counts();
      return waiting === 0 && active === 0;
    }

    test('runs a job once, with its data', async () => {
      const seen: unknown[] = [];
      await startWorker({ 'wake-conversation': async (data) => void seen.push(data) });
      await queue.add('wake-conversation', ada);
      await until('it ran', () => seen.length > 0);
      await until('nothing is left', isQuiet);
      expect(seen).toEqual([ada]);
    });

    test('merges jobs of one key while the first waits, and separates other keys and names', async () => {
      const seen: string[] = [];
      const wakes = [ada, ada, ben, ada].map((data) => ({ data, options: { key: data.personId } }));
      await queue.addMany('wake-conversation', wakes);
      await queue.add('wake-conversation', ada, { key: ada.personId });
      await queue.add('match-signals', {}, { key: ada.personId });
      await startWorker({
        'wake-conversation': async (data) => void seen.push(data.personId),
        'match-signals': async () => void seen.push('signals'),
      });
      await until('all ran', () => seen.length >= 3);
      await until('nothing is left', isQuiet);
      expect(new Set(seen)).toEqual(new Set([ada.personId, ben.personId, 'signals']));
      expect(seen).toHaveLength(3);
    });

    test('runs a job that goes first before those that wait already', async () => {
      const seen: string[] = [];
      for (const personId of ['1', '2', '3'])
        await queue.add('wake-conversation', { ...ada, personId }, { key: personId });
      await queue.add('wake-conversation', { ...ada, personId: '3' }, { key: 'first-3', first: true });
      await startWorker(
        { 'wake-conversation': async (data) => void seen.push(data.personId) },
        { ...unhurried, concurrency: 1 },
      );
      await until('all ran', () => seen.length === 4);
      expect(seen).toEqual(['3', '1', '2', '3']);
    });

    test('accepts any text as a key', async () => {
      let ran = 0;
      const keys = ['12345', 'a:b:c', '', 'Nguyễn Thị Hoa 🌾', '0', 'x'.repeat(2000)];
      for (const key of keys) await queue.add('wake-conversation', ada, { key });
      await startWorker({ 'wake-conversation': async () => void ran++ });
      await until('all ran', () => ran >= keys.length);
      await until('nothing is left', isQuiet);
      expect(ran).toBe(keys.length);
    });

    test('runs exactly once more when jobs of the key are added while the first runs', async () => {
      const gate = createGate();
      let ran = 0;
      await startWorker({
        'wake-conversation': async () => {
          ran += 1;
          if (ran === 1) await gate.promise;
        },
      });
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await until('the first runs', () => ran === 1);
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await queue.addMany('wake-conversation', [
        { data: ada, options: { key: 'ada' } },
        { data: ada, options: { key: 'ada' } },
      ]);
      expect(ran).toBe(1);
      gate.open();
      await until('the second ran', () => ran === 2);
      await until('nothing is left', isQuiet);
      expect(ran).toBe(2);
    });

    test('delays a job until its time and runs it when the clock moves there', async () => {
      let ran = 0;
      await startWorker({ 'wake-conversation': async () => void ran++ });
      const dueAt = clock.now() + hourMs;
      await queue.add('wake-conversation', ada, { dueAt, key: 'ada' });
      await queue.add('wake-conversation', ada, { dueAt, key: 'ada' });
      await queue.add('wake-conversation', ben, { dueAt: dueAt + hourMs });
      expect(await queue.promoteDue(clock.now())).toBe(0);
      expect(await queue.counts()).toMatchObject({ delayed: 2 });
      clock.advance(hourMs);
      expect(await queue.promoteDue(clock.now())).toBe(1);
      await until('it ran', () => ran === 1);
      expect(await queue.counts()).toMatchObject({ delayed: 1 });
    });

    test('runs a delayed job by itself at its time', async () => {
      let ranAt = 0;
      await startWorker({
        'wake-conversation': async () => {
          ranAt = clock.now();
        },
      });
      const dueAt = clock.now() + 150;
      await queue.add('wake-conversation', ada, { dueAt });
      await until('it ran', () => ranAt > 0);
      expect(ranAt).toBeGreaterThanOrEqual(dueAt);
      expect(ranAt).toBeLessThan(dueAt + 2000);
    });

    test('does not delay a wake for now behind one for later', async () => {
      let ran = 0;
      await startWorker({ 'wake-conversation': async () => void ran++ });
      await queue.add('wake-conversation', ada, { key: 'ada', dueAt: clock.now() + hourMs });
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await until('the one for now ran', () => ran === 1);
      expect(await queue.counts()).toMatchObject({ delayed: 1 });
    });

    test('uses the earlier of two times of one key', async () => {
      let ran = 0;
      await startWorker({ 'wake-conversation': async () => void ran++ });
      await queue.add('wake-conversation', ada, { key: 'ada', dueAt: clock.now() + 2 * hourMs });
      await queue.add('wake-conversation', ada, { key: 'ada', dueAt: clock.now() + hourMs });
      await queue.add('wake-conversation', ada, { key: 'ada', dueAt: clock.now() + 3 * hourMs });
      expect(await queue.counts()).toMatchObject({ delayed: 1 });
      clock.advance(hourMs);
      expect(await queue.promoteDue(clock.now())).toBe(1);
      await until('it ran', () => ran === 1);
    });

    test('postpones a job that the server delivers before its time by our clock', async () => {
      let ran = 0;
      await startWorker({ 'wake-conversation': async () => void ran++ });
      await queue.add('wake-conversation', ada, { key: 'ada', dueAt: clock.now() + hourMs });
      expect(await queue.promoteDue(clock.now() + hourMs)).toBe(1);
      await until('it is put off', async () => (await isQuiet()) && (await queue.counts()).delayed === 1);
      expect(ran).toBe(0);
      clock.advance(hourMs);
      await queue.promoteDue(clock.now());
      await until('it ran', () => ran === 1);
    });

    test('retries a failing job, reports its last failure and frees its key', async () => {
      let ran = 0;
      const failures: unknown[] = [];
      await startWorker(
        {
          'wake-conversation': async () => {
            ran += 1;
            if (ran <= 3) throw new Error('the shop is closed');
          },
        },
        { onFailed: (failure) => void failures.push(failure) },
      );
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await until('it failed for good', () => failures.length > 0);
      expect(ran).toBe(3);
      expect(failures).toEqual([{ name: 'wake-conversation', reason: 'the shop is closed' }]);
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await until('a new one runs', () => ran === 4);
    });

    test('completes a job that fails once', async () => {
      let ran = 0;
      await startWorker({
        'wake-conversation': async () => {
          ran += 1;
          if (ran === 1) throw new Error('just this once');
        },
      });
      await queue.add('wake-conversation', ada);
      await until('it ran twice', () => ran === 2);
      await until('nothing is left', async () => (await isQuiet()) && (await queue.counts()).delayed === 0);
      expect(await queue.counts()).toMatchObject({ failed: 0 });
    });

    test('refuses data that does not fit the catalogue, without showing it', async () => {
      const bad = { oaId: 'oa-1', personId: 912345678 } as never;
      const refusal = await queue.add('wake-conversation', bad).catch((error: Error) => error.message);
      expect(refusal).toContain('wake-conversation');
      expect(refusal).toContain('personId');
      expect(refusal).not.toContain('912345678');
      expect(await queue.counts()).toMatchObject({ waiting: 0 });
    });

    test('fails stored jobs of another version at once', async () => {
      let ran = 0;
      const failures: string[] = [];
      await putRawJob('wake-conversation', { data: { person: 'of an older version' } });
      await putRawJob('a-job-of-another-version', { data: {} });
      await startWorker(
        { 'wake-conversation': async () => void ran++ },
        { onFailed: ({ name }) => void failures.push(name) },
      );
      await until('both failed', () => failures.length === 2);
      expect(new Set(failures)).toEqual(new Set(['a-job-of-another-version', 'wake-conversation']));
      expect(ran).toBe(0);
    });

    test('runs 1,000 jobs, each once', async () => {
      const seen = new Map<string, number>();
      const count = async ({ personId }: { personId: string }) =>
        void seen.set(personId, (seen.get(personId) ?? 0) + 1);
      await startWorker({ 'wake-conversation': count }, unhurried);
      for (let group = 0; group < 10; group += 1) {
        const people = Array.from({ length: 100 }, (_, index) => `${group * 100 + index}`);
        await queue.addMany(
          'wake-conversation',
          people.map((personId) => ({ data: { oaId: 'oa-1', personId }, options: { key: personId } })),
        );
      }
      await until('all ran', () => seen.size === 1000, 30_000);
      await until('nothing is left', isQuiet);
      expect([...seen.values()].every((times) => times === 1)).toBe(true);
    }, 40_000);

    test('shares the jobs between two workers', async () => {
      const gate = createGate();
      const ranBy: string[] = [];
      const processorOf = (worker: string) => ({
        'wake-conversation': async () => {
          ranBy.push(worker);
          await gate.promise;
        },
      });
      await startWorker(processorOf('first'), { concurrency: 2 });
      await startWorker(processorOf('second'), { concurrency: 2 });
      for (const personId of ['1', '2', '3', '4']) {
        await queue.add('wake-conversation', { oaId: 'oa-1', personId });
      }
      await until('all four run at once', () => ranBy.length === 4);
      gate.open();
      expect(ranBy.filter((worker) => worker === 'first')).toHaveLength(2);
      await until('nothing is left', isQuiet);
    });

    test('waits for the running job when it closes, and leaves the others to the next worker', async () => {
      const gate = createGate();
      const seen: string[] = [];
      const first = await startWorker(
        {
          'wake-conversation': async ({ personId }) => {
            await gate.promise;
            seen.push(personId);
          },
        },
        { ...unhurried, concurrency: 1 },
      );
      await queue.addMany('wake-conversation', [{ data: ada }, { data: ben }]);
      await until('the first runs', async () => (await queue.counts()).active === 1);
      const closed = first.close();
      gate.open();
      await closed;
      expect(seen).toEqual([ada.personId]);
      await startWorker({ 'wake-conversation': async ({ personId }) => void seen.push(personId) });
      await until('the second ran', () => seen.length === 2);
      expect(seen).toEqual([ada.personId, ben.personId]);
    });

    test('runs the job of a killed worker again, and a wake added meanwhile too', async () => {
      let ran = 0;
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await takeAndDie();
      await queue.add('wake-conversation', ada, { key: 'ada' });
      await startWorker({ 'wake-conversation': async () => void ran++ });
      await until('it ran again, and once more', () => ran === 2, 5000);
      await until('nothing is left', isQuiet);
    });

    test('repeats schedules, one run at a time, and does not fail a slow run', async () => {
      let rounds = 0;
      let running = 0;
      let most = 0;
      await startWorker(
        {
          'sweep-conversations': async () => {
            rounds += 1;
            running += 1;
            most = Math.max(most, running);
            await new Promise((resolve) => setTimeout(resolve, 120));
            running -= 1;
          },
        },
        { schedules: [{ name: 'sweep-conversations', everyMs: 50 }] },
      );
      await until('three rounds ran', () => rounds >= 3);
      expect(most).toBe(1);
    });

    describe('after a jump of the clock', () => {
      const trueNow = Date.now;
      afterEach(() => {
        Date.now = trueNow;
      });

      test.each([
        ['forward and right again', 2 * hourMs],
        ['back and right again', -2 * hourMs],
      ])(
        '%s schedules go on, and somebody is told',
        async (_how, jumpMs) => {
          let rounds = 0;
          const told: string[] = [];
          await startWorker(
            { 'sweep-conversations': async () => void rounds++ },
            {
              schedules: [{ name: 'sweep-conversations', everyMs: 100 }],
              timing: { ...timing, scheduleCheckMs: 100 },
              onClockJump: (names) => void told.push(...names),
            },
          );
          const runOn = async (what: string) => {
            const before = rounds;
            await until(what, () => rounds >= before + 3);
          };
          await runOn('it runs');
          Date.now = () => trueNow() + jumpMs;
          await runOn('it runs after the jump');
          Date.now = trueNow;
          await runOn('it runs when the clock is right again');
          expect(new Set(told)).toEqual(new Set(['sweep-conversations']));
        },
        40_000,
      );
    });

    test('makes schedules anew that its server has lost', async () => {
      let rounds = 0;
      await startWorker(
        { 'sweep-conversations': async () => void rounds++ },
        {
          schedules: [{ name: 'sweep-conversations', everyMs: 100 }],
          timing: { ...timing, scheduleCheckMs: 100 },
        },
      );
      await until('it runs', () => rounds >= 2);
      const raw = openBullQueue(
        { backend: server.backend, prefix, onFault: () => undefined },
        queueOf('sweep-conversations'),
      );
      await raw.waitUntilReady();
      expect(await raw.removeJobScheduler('sweep-conversations')).toBe(true);
      await raw.close();
      const before = rounds;
      await until('it runs again', () => rounds >= before + 3);
    });

    const whereStoppable = stoppable ? test : undefined;
    whereStoppable?.(
      'refuses adds quickly while the server is away, and both sides work again after',
      async () => {
        const outage = server as StoppableQueueServer;
        let ran = 0;
        // The check for stalled jobs would keep a BullMQ timer for 5 s during the outage.
        await startWorker({ 'wake-conversation': async () => void ran++ }, unhurried);
        await queue.add('wake-conversation', ada, { key: 'before' });
        await until('the first ran', () => ran === 1);

        await outage.stop();
        for (let attempt = 1; attempt <= 3; attempt += 1) {
          const startedAt = performance.now();
          await expect(queue.add('wake-conversation', ada, { key: 'during' })).rejects.toThrow();
          expect(performance.now() - startedAt).toBeLessThan(2500);
        }
        await outage.start();

        await until('adding works', () =>
          queue.add('wake-conversation', ben, { key: 'after' }).then(
            () => true,
            () => false,
          ),
        );
        await until('it ran', async () => ran > 1 && (await isQuiet()));
      },
      40_000,
    );

    /** A worker takes one job and dies: nothing extends its lock or finishes the job. */
    async function takeAndDie(): Promise<void> {
      const doomed = rawWorker();
      const job = await doomed.getNextJob('token-of-the-dead', { block: false });
      expect(job?.name).toBe('wake-conversation');
      await doomed.close(true);
    }

    function rawWorker(): Worker {
      const backendParts = { backend: server.backend, prefix, onFault: () => undefined };
      return openBullWorker(backendParts, 'turns', null, { lockDuration: timing.lockMs });
    }

    async function putRawJob(name: string, data: unknown): Promise<void> {
      await queue.counts();
      const raw = openBullQueue({ backend: server.backend, prefix, onFault: () => undefined }, 'turns');
      await raw.waitUntilReady();
      await raw.add(name, data as never, { attempts: 3 });
      await raw.close();
    }
  });
}

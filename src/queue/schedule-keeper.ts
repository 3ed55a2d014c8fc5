import { systemClock } from '../clock.ts';
import { type BullQueue, queueOf } from './bull-backend.ts';
import type { FaultLog } from './fault-log.ts';
import type { JobName } from './job-catalog.ts';
import type { QueueOpener } from './queue-opener.ts';
import type { Schedule } from './schedules.ts';

interface ScheduleKeeperParts {
  opener: QueueOpener;
  schedules: readonly Schedule[];
  /** How often it checks, in ms, by a timer that no change of the machine's clock disturbs. */
  checkMs: number;
  onFault: FaultLog;
  /** Some schedules were at an impossible time, so the machine's clock has jumped; they were made anew. */
  onReset(names: JobName[]): void;
  /** Some schedules were gone, so the server has lost its data; they were made anew. */
  onLost(names: JobName[]): void;
}

export interface ScheduleKeeper {
  /** Registers the schedules, then checks them until `stop`. Resolves after the first attempt to register. */
  start(): Promise<void>;
  stop(): void;
}

/** A run may wait this long for a worker before its schedule counts as stopped. */
const maxOverdueMs = 30_000;
const slackMs = 1_000;
const retryMs = 2_000;

/**
 * Registers the schedules and watches them. BullMQ stores the time of a schedule's next run: when the clock of the
 * machine is put back, that time is hours ahead, and nothing runs until then. And nothing runs at all when Redis has
 * lost its data.
 */
export function createScheduleKeeper(parts: ScheduleKeeperParts): ScheduleKeeper {
  const { opener, schedules, checkMs, onFault } = parts;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  /** Tries again until the server has the schedules: the first start may come before Redis is up. */
  async function registerAll(): Promise<void> {
    try {
      for (const schedule of schedules) await register(await opener.open(queueOf(schedule.name)), schedule);
      runLater(checkAll, checkMs);
    } catch (error) {
      onFault(error);
      runLater(registerAll, retryMs);
    }
  }

  async function checkAll(): Promise<void> {
    try {
      const reset: JobName[] = [];
      const lost: JobName[] = [];
      for (const schedule of schedules) {
        const fault = await faultOf(schedule);
        if (fault === undefined) continue;
        await makeAnew(schedule);
        (fault === 'lost' ? lost : reset).push(schedule.name);
      }
      if (reset.length > 0) parts.onReset(reset);
      if (lost.length > 0) parts.onLost(lost);
    } catch (error) {
      onFault(error);
    }
    runLater(checkAll, checkMs);
  }

  async function faultOf({ name, everyMs }: Schedule): Promise<'lost' | 'impossible' | undefined> {
    const queue = await opener.open(queueOf(name));
    const nextAt = (await queue.getJobScheduler(name))?.next;
    if (nextAt === undefined) return 'lost';
    // BullMQ goes by the machine's clock, whatever clock the program was given.
    const aheadMs = nextAt - systemClock.now();
    if (aheadMs <= everyMs + slackMs && aheadMs >= -Math.max(everyMs, maxOverdueMs)) return undefined;
    return 'impossible';
  }

  async function makeAnew(schedule: Schedule): Promise<void> {
    const queue = await opener.open(queueOf(schedule.name));
    await queue.removeJobScheduler(schedule.name);
    await register(queue, schedule);
  }

  function runLater(step: () => Promise<void>, afterMs: number): void {
    if (!isStopped) timer = setTimeout(() => void step(), afterMs).unref();
  }

  return {
    start: registerAll,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function register(queue: BullQueue, { name, everyMs }: Schedule): Promise<void> {
  const opts = { removeOnComplete: true, removeOnFail: { count: 20 }, attempts: 1 };
  await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: { data: {} }, opts });
}

import { UnrecoverableError } from 'bullmq';
import type { Clock } from '../clock.ts';
import type { Metrics } from '../metrics.ts';
import { InvalidJobError, parseJob } from './envelope.ts';
import type { JobName } from './job-catalog.ts';
import type { JobQueue, Processor, Processors } from './job-queue.ts';

interface RunParts {
  processors: Processors;
  /** Where the runner enqueues a postponed job again. */
  queue: JobQueue;
  clock: Clock;
  metrics: Metrics;
}

interface StoredJob {
  name: string;
  data: unknown;
  /** Set when the job is a run of a schedule. */
  repeatJobKey?: string | undefined;
}

/**
 * Runs one stored job. Checks its data, its time and whether the previous run of its schedule still runs. A postponed
 * job is enqueued again before this one ends: a process killed in between causes a duplicate, never a loss.
 */
export function createJobRunner({ processors, queue, clock, metrics }: RunParts) {
  const runningSchedules = new Set<JobName>();

  return async function run(stored: StoredJob): Promise<void> {
    const { name, data, key, dueAt } = parseStored(stored);
    const isScheduled = stored.repeatJobKey !== undefined;
    if (isScheduled && runningSchedules.has(name))
      return metrics.count('jobs_total', { job: name, result: 'passed' });
    if (isScheduled) runningSchedules.add(name);
    try {
      const isEarly = dueAt !== undefined && dueAt > clock.now();
      if (isEarly) await queue.add(name, data as never, { dueAt, ...(key === undefined ? {} : { key }) });
      else await (processors[name] as Processor<JobName>)(data as never);
      metrics.count('jobs_total', { job: name, result: isEarly ? 'put-off' : 'done' });
    } finally {
      if (isScheduled) runningSchedules.delete(name);
    }
  };
}

function parseStored({ name, data }: StoredJob) {
  try {
    return parseJob(name, data);
  } catch (error) {
    if (error instanceof InvalidJobError) throw new UnrecoverableError(error.message);
    throw error;
  }
}

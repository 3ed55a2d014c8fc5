import type { Clock } from '../../clock.ts';
import type { JobQueue } from '../../queue/job-queue.ts';

/** Upper limit of the memory; a forgotten key is ordered twice, which the queue merges. */
const maxRemembered = 5_000;

/**
 * Orders each delayed job of a key once. The queue merges duplicates too, but that costs more than all else when many
 * tickets are opened within one second.
 */
export function withJobDedupe(queue: Pick<JobQueue, 'addMany'>, clock: Clock): Pick<JobQueue, 'addMany'> {
  const ordered = new Map<string, number>();

  function forgetPast(): void {
    const now = clock.now();
    for (const [name, dueAt] of ordered) if (dueAt <= now) ordered.delete(name);
    if (ordered.size > maxRemembered) ordered.clear();
  }

  return {
    async addMany(name, jobs) {
      const nameOf = (key: string) => `${name} ${key}`;
      const fresh = jobs.filter(({ options }) => !options?.key || !ordered.has(nameOf(options.key)));
      if (fresh.length === 0) return;
      await queue.addMany(name, fresh);
      for (const { options } of fresh) {
        if (options?.key !== undefined && options.dueAt !== undefined) {
          ordered.set(nameOf(options.key), options.dueAt);
        }
      }
      // A job that is due may be running already: the next order is another job.
      forgetPast();
    },
  };
}

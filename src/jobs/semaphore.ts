/** Limits how much work runs at once; the rest waits in order of arrival. */
export interface Semaphore {
  /** Runs work while it occupies one of the places. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Inside such work: frees its place during a slow wait, and takes one again afterwards. */
  yieldWhile<T>(wait: () => Promise<T>): Promise<T>;
}

/** @param places how much work may run at once, at least 1 */
export function createSemaphore(places: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = places;

  async function enter(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Passes the place directly to the next in the queue. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run(work) {
      await enter();
      return work().finally(leave);
    },
    async yieldWhile(wait) {
      leave();
      return wait().finally(enter);
    },
  };
}

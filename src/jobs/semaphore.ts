/** Lets few pieces of work go on at once; the others wait in order of arrival. */
export interface Semaphore {
  /** Runs work that holds one of the places. */
  within<T>(work: () => Promise<T>): Promise<T>;
  /** Inside of such work: gives its place to others while it waits for something slow, and takes one again after. */
  outside<T>(wait: () => Promise<T>): Promise<T>;
}

/** @param places how many may be inside, at least 1 */
export function createSemaphore(places: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = places;

  async function enter(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** A place that somebody waits for goes from hand to hand. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async within(work) {
      await enter();
      return work().finally(leave);
    },
    async outside(wait) {
      leave();
      return wait().finally(enter);
    },
  };
}

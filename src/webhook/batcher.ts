/**
 * Runs few batches at a time; whatever arrives while they run goes together into the next. No timer: alone, an
 * item waits for nothing, and under load the batches grow by themselves.
 *
 * @param run gets items in order of arrival and returns one result for each; when it throws, all of them fail
 * @param options.maxItems the largest batch
 * @param options.atOnce how many batches may run at the same time
 */
export function createBatcher<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { maxItems = 200, atOnce = 1 } = {},
): (item: Item) => Promise<Result> {
  interface Entry {
    item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  let waiting: Entry[] = [];
  let running = 0;

  async function runWaiting(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxItems);
      waiting = waiting.slice(maxItems);
      try {
        const results = await run(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, at) => {
          resolve(results[at] as Result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running -= 1;
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running < atOnce) void runWaiting();
    });
}

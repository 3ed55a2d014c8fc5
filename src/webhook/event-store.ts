import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { TimeoutError, withTimeout } from '../with-timeout.ts';
import type { EventRow } from './event-row.ts';
import { type InsertResult, insertEvents } from './insert-events.ts';

/** Writes the accept path's events into the database inbox. */
export interface EventStore {
  /** @throws when the database did not store the row within the limit; it may still store it later */
  store(row: EventRow): Promise<InsertResult>;
}

interface EventStoreParts {
  /** The accept path's own connection. */
  db: Kysely<Tables>;
  limitMs: number;
  /** Called with every stored row, even after its caller gave up. Must not throw. */
  onStored(rows: EventRow[]): void;
}

/** While one insert waits for the disk, the next is on its way; more would only shrink the batches. */
const insertConcurrency = { concurrency: 2 };

/** Batches inserts: rows that arrive during one insert share the next. */
export function createEventStore({ db, limitMs, onStored }: EventStoreParts): EventStore {
  /** While a running insert is late, new rows fail at once instead of waiting for the limit. */
  let isLate = false;

  interface Entry {
    row: EventRow;
    isGivenUp: boolean;
  }
  const insert = createBatcher<Entry, InsertResult>(async (entries) => {
    const wanted = entries.filter((entry) => !entry.isGivenUp);
    if (wanted.length === 0) return [];
    try {
      const results = await insertEvents(
        db,
        wanted.map(({ row }) => row),
      );
      const resultOf = new Map(wanted.map((entry, at) => [entry, results[at] as InsertResult]));
      onStored(wanted.filter((entry) => resultOf.get(entry) === 'new').map(({ row }) => row));
      return entries.map((entry) => resultOf.get(entry) ?? 'repeat');
    } finally {
      isLate = false;
    }
  }, insertConcurrency);

  return {
    async store(row) {
      if (isLate) throw new TimeoutError('the database is behind');
      const entry = { row, isGivenUp: false };
      try {
        return await withTimeout(insert(entry), { ms: limitMs, of: 'the database' });
      } catch (error) {
        if (error instanceof TimeoutError) {
          entry.isGivenUp = true;
          isLate = true;
        }
        throw error;
      }
    },
  };
}

/**
 * Runs few batches at a time. Items that arrive meanwhile form the next batch. Needs no timer: a single item waits for
 * nothing, and under load the batches grow by themselves.
 *
 * @param run gets items in order of arrival and returns one result for each; when it throws, all of them fail
 * @param options.maxItems the largest batch
 * @param options.concurrency how many batches may run at the same time
 */
export function createBatcher<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { maxItems = 200, concurrency = 1 } = {},
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
      if (running < concurrency) void runWaiting();
    });
}

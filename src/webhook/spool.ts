import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { createBatcher } from './batcher.ts';
import type { EventRow } from './event-row.ts';
import { insertEvents } from './insert-events.ts';
import { type ReplayReport, replayFile } from './replay-file.ts';
import { appendLines, claimFiles, rejectedName, waitingBytes } from './spool-folder.ts';

/** Where deliveries wait on disk while the database does not take them. Holds masked events only. */
export interface Spool {
  /** Returns once the row is on the disk. @throws when the disk does not take it */
  append(row: EventRow): Promise<void>;
  /** Keeps a row that the database will never take, for a person to look at. */
  reject(row: EventRow): Promise<void>;
  /** True until a drain has emptied the spool; also after a start, as an earlier process may have left some. */
  mayHoldRows(): boolean;
  /**
   * Brings everything spooled into the database, in order, and removes it. One at a time: a second call joins
   * the first. A crash at any moment loses nothing, and the unique key doubles nothing.
   * @throws when the database is away
   */
  drain(): Promise<ReplayReport>;
}

interface SpoolParts {
  /** DATA_DIR. Several processes may share it. */
  folder: string;
  db: Kysely<Tables>;
  /** Told of every row that a drain brought in. */
  onReplayed(rows: EventRow[]): void;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

export function createSpool({ folder, db, onReplayed, clock, logger, metrics }: SpoolParts): Spool {
  let mayHoldRows = true;
  let running: Promise<ReplayReport> | undefined;

  const measure = async () => metrics.set('spool_bytes', await waitingBytes(folder));

  /** Rows that arrive during one fsync share the next. */
  const append = createBatcher<EventRow, void>(async (rows) => {
    await appendLines(
      folder,
      rows.map((row) => JSON.stringify(row)),
    );
    if (!mayHoldRows) logger.warn({}, 'the database does not take deliveries in time: they go to the spool');
    mayHoldRows = true;
    await measure();
    return [];
  });

  async function drainAll(): Promise<ReplayReport> {
    const total: ReplayReport = { replayed: 0, repeated: 0, refused: 0, damaged: 0 };
    mayHoldRows = false;
    try {
      for (const path of await claimFiles(folder, `${clock.now()}-${randomBytes(4).toString('hex')}`)) {
        const report = await replayFile(path, {
          insert: (rows) => insertEvents(db, rows),
          onReplayed,
          reject: (lines) => appendLines(folder, lines, rejectedName),
        });
        await rm(path, { force: true });
        for (const name of Object.keys(total) as (keyof ReplayReport)[]) total[name] += report[name];
      }
    } catch (error) {
      mayHoldRows = true;
      throw error;
    } finally {
      await measure();
    }
    if (Object.values(total).some(Boolean)) logger.info(total, 'the spool was brought into the database');
    return total;
  }

  return {
    append,
    reject: (row) => appendLines(folder, [JSON.stringify(row)], rejectedName),
    mayHoldRows: () => mayHoldRows,
    drain() {
      running ??= drainAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { Alarm } from '../../alarm.ts';
import type { Clock } from '../../clock.ts';
import type { Tables } from '../../database/schema.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';
import { withTimeout } from '../../with-timeout.ts';
import type { EventRow } from '../event-row.ts';
import { createBatcher } from '../event-store.ts';
import { insertEvents } from '../insert-events.ts';
import { type ReplayReport, replayFile, UnreadableFileError } from './replay-file.ts';
import { appendLines, claimFiles, rejectedName, waitingBytes } from './spool-folder.ts';

/** Stores deliveries on disk while the database does not accept them. Contains masked events only. */
export interface Spool {
  /** Returns once the row is on the disk. @throws when the disk does not accept it */
  append(row: EventRow): Promise<void>;
  /**
   * Appends a row behind those that wait here, so that it does not overtake older ones of its resident.
   * @returns false when none waits: the row then belongs in the database
   */
  appendBehind(row: EventRow): Promise<boolean>;
  /** Stores a row that the database will never accept, for a person to look at. */
  reject(row: EventRow): Promise<void>;
  /** True until a drain has emptied the spool; also after a start, because an earlier process may have left rows. */
  mayHoldRows(): boolean;
  /**
   * Inserts everything spooled into the database, in order, and removes it. One drain at a time: a second call joins
   * the first. A crash at any moment loses nothing, and the unique key prevents duplicates.
   * @throws when the database is away
   */
  drain(): Promise<ReplayReport>;
}

interface SpoolParts {
  /** DATA_DIR. Several processes may share it. */
  folder: string;
  db: Kysely<Tables>;
  /** Called with every row that a drain inserted. */
  onReplayed(rows: EventRow[]): void;
  alarm: Alarm;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** How long after spooling a row, and after a failed drain, the spool tries the next drain. */
  drainAfterMs?: number;
}

/** With this few rows left, new ones wait for the end of the drain instead of following them into the spool. */
const fewRows = 200;
/** They wait no longer than this: the database may fail again during the drain. */
const maxWaitMs = 200;

export function createSpool(parts: SpoolParts): Spool {
  const { folder, db, onReplayed, alarm, clock, logger, metrics, drainAfterMs = 1_000 } = parts;
  let mayHoldRows = true;
  let appended = 0;
  let appending = 0;
  let running: Promise<ReplayReport> | undefined;
  let lastPass: Promise<void> | undefined;
  let nextDrain: NodeJS.Timeout | undefined;

  const measure = async () => metrics.set('spool_bytes', await waitingBytes(folder));

  /** Rows that arrive during one fsync share the next. */
  const write = createBatcher<EventRow, void>(async (rows) => {
    await appendLines(
      folder,
      rows.map((row) => JSON.stringify(row)),
    );
    await measure();
    return [];
  });

  async function append(row: EventRow): Promise<void> {
    if (!mayHoldRows) logger.warn({}, 'the database does not take deliveries in time: they go to the spool');
    mayHoldRows = true;
    appended += 1;
    appending += 1;
    try {
      await write(row);
    } finally {
      appending -= 1;
      drainLater();
    }
  }

  function drainLater(): void {
    if (nextDrain) return;
    nextDrain = setTimeout(() => {
      nextDrain = undefined;
      if (mayHoldRows) drain().catch(drainLater);
    }, drainAfterMs).unref();
  }

  /** Replays everything spooled so far. */
  async function replayClaimed(): Promise<ReplayReport> {
    const total = emptyReport();
    for (const path of await claimFiles(folder, `${clock.now()}-${randomBytes(4).toString('hex')}`)) {
      add(total, await replayOrLeave(path));
    }
    return total;
  }

  /** A file that cannot be read stays for a person to look at, and holds up no other. */
  async function replayOrLeave(path: string): Promise<ReplayReport> {
    try {
      const report = await replayFile(path, {
        insert: (rows) => insertEvents(db, rows),
        onReplayed,
        reject: (lines) => appendLines(folder, lines, rejectedName),
      });
      await rm(path, { force: true });
      return report;
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      alarm.raise('spool-unreadable', { detail: `${basename(path)} in DATA_DIR: ${error.message}` });
      return { ...emptyReport(), unreadable: 1 };
    }
  }

  /** Repeats until one pass has seen no new row. */
  async function drainAll(): Promise<ReplayReport> {
    const total = emptyReport();
    let endLastPass = () => {};
    try {
      for (;;) {
        const appendedBefore = appended;
        // A row that was in flight when the pass began may have reached the disk after it.
        const wasQuiet = appending === 0;
        const report = await replayClaimed();
        add(total, report);
        if (wasQuiet && appended === appendedBefore) break;
        if (report.replayed + report.repeated > fewRows) continue;
        lastPass ??= new Promise((resolve) => {
          endLastPass = resolve;
        });
      }
      mayHoldRows = false;
    } finally {
      // From here on, a newly appended row needs its own drain.
      running = undefined;
      lastPass = undefined;
      endLastPass();
      await measure();
    }
    const { unreadable: _left, ...done } = total;
    if (Object.values(done).some(Boolean)) logger.info(total, 'the spool was brought into the database');
    return total;
  }

  function drain(): Promise<ReplayReport> {
    running ??= drainAll();
    return running;
  }

  return {
    append,
    async appendBehind(row) {
      if (lastPass !== undefined)
        await withTimeout(lastPass, { ms: maxWaitMs, of: 'the spool' }).catch(() => undefined);
      if (!mayHoldRows) return false;
      await append(row);
      return true;
    },
    reject: (row) => appendLines(folder, [JSON.stringify(row)], rejectedName),
    mayHoldRows: () => mayHoldRows,
    drain,
  };
}

function emptyReport(): ReplayReport {
  return { replayed: 0, repeated: 0, refused: 0, damaged: 0, unreadable: 0 };
}

function add(total: ReplayReport, report: ReplayReport): void {
  for (const name of Object.keys(total) as (keyof ReplayReport)[]) total[name] += report[name];
}

import { open } from 'node:fs/promises';
import type { EventRow } from '../event-row.ts';
import type { InsertResult } from '../insert-events.ts';

export interface ReplayReport {
  replayed: number;
  /** Already in the database: the late insert succeeded, or an earlier drain was interrupted. */
  repeated: number;
  refused: number;
  /** Lines cut short by a crash or damaged on the disk. */
  damaged: number;
  /** Files that could not be read; they stay where they are, and the next drain tries them again. */
  unreadable: number;
}

interface ReplayParts {
  insert(rows: EventRow[]): Promise<InsertResult[]>;
  onReplayed(rows: EventRow[]): void;
  /** Gets the lines that the database refused. */
  reject(lines: string[]): Promise<void>;
}

const batchSize = 100;

/** The disk does not give the file: it is a folder, damaged, or somebody else's. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

/**
 * Inserts every row of a spool file in order. Nothing is lost when it throws.
 * @throws UnreadableFileError when the file cannot be read to its end
 * @throws when the database is away
 */
export async function replayFile(
  path: string,
  { insert, onReplayed, reject }: ReplayParts,
): Promise<ReplayReport> {
  const report: ReplayReport = { replayed: 0, repeated: 0, refused: 0, damaged: 0, unreadable: 0 };
  let rows: EventRow[] = [];

  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    const results = await insert(rows);
    const withResult = (wanted: InsertResult) => rows.filter((_, at) => results[at] === wanted);
    const [fresh, refused] = [withResult('new'), withResult('refused')];
    if (refused.length > 0) await reject(refused.map((row) => JSON.stringify(row)));
    onReplayed(fresh);
    report.replayed += fresh.length;
    report.refused += refused.length;
    report.repeated += rows.length - fresh.length - refused.length;
    rows = [];
  }

  for await (const line of linesOf(path)) {
    const row = toRow(line);
    if (row) rows.push(row);
    else {
      report.damaged++;
      await reject([line]);
    }
    if (rows.length >= batchSize) await flush();
  }
  await flush();
  return report;
}

/** Yields the non-empty lines; throws UnreadableFileError. Yields none when another process has drained the file meanwhile. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unreadable(error);
  });
  if (!file) return;
  let rest = '';
  const chunks = file.createReadStream({ encoding: 'utf8' }).iterator();
  for (;;) {
    const { done, value } = await chunks.next().catch((error: NodeJS.ErrnoException) => {
      throw unreadable(error);
    });
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(Boolean);
  }
  if (rest) yield rest;
}

function unreadable(error: NodeJS.ErrnoException): UnreadableFileError {
  return new UnreadableFileError(error.code ?? 'unknown', { cause: error });
}

/** @returns undefined for a damaged line */
export function toRow(line: string): EventRow | undefined {
  try {
    const row = JSON.parse(line) as EventRow | null;
    return typeof row?.delivery_key === 'string' ? row : undefined;
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { lastErasures } from '../../retention/skip-erased.ts';
import { toRow } from './replay-file.ts';
import { appendLines, rejectedName } from './spool-folder.ts';

interface ForgetParts {
  /** DATA_DIR. */
  folder: string;
  db: Kysely<Tables>;
  /** Rows received before this are past the retention period, epoch ms. */
  before: number;
  now: number;
}

/** A file moved out of the writers' way for sorting, or left behind by a process that died while sorting. */
const sortedForm = /^spool-rejected-\d+-[0-9a-f]+\.ndjson$/;

/**
 * Removes rows from the reject file that are too old or belong to people who asked for erasure. A crash at any moment
 * keeps too much rather than too little; the next run continues.
 * @returns how many were removed
 */
export async function forgetRejected({ folder, db, before, now }: ForgetParts): Promise<number> {
  const sort = async (path: string) => {
    const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
    // A damaged line has no time of its own.
    const isAllOld = (await stat(path)).mtimeMs < before;
    return { lines, kept: isAllOld ? [] : await rowsToKeep(lines, { db, before }) };
  };
  const active = join(folder, rejectedName);
  const { lines, kept } = await sort(active).catch(emptyIfMissing);
  if (kept.length < lines.length) {
    await rename(active, join(folder, `spool-rejected-${now}-${randomBytes(4).toString('hex')}.ndjson`));
  }
  let removed = 0;
  for (const name of (await readdir(folder)).filter((each) => sortedForm.test(each))) {
    const path = join(folder, name);
    const sorted = await sort(path);
    if (sorted.kept.length > 0) await appendLines(folder, sorted.kept, rejectedName);
    await rm(path);
    removed += sorted.lines.length - sorted.kept.length;
  }
  return removed;
}

async function rowsToKeep(
  lines: readonly string[],
  { db, before }: Pick<ForgetParts, 'db' | 'before'>,
): Promise<string[]> {
  const rows = lines.map((line) => ({ line, row: toRow(line) }));
  const erasedUntil = await lastErasures(
    db,
    rows.flatMap(({ row }) => row?.person_id ?? []),
  );
  return rows
    .filter(({ row }) => {
      if (!row) return true;
      const isErased = row.received_at <= erasedUntil(row.oa_id, row.person_id);
      return row.received_at >= before && !isErased;
    })
    .map(({ line }) => line);
}

function emptyIfMissing(error: NodeJS.ErrnoException): { lines: string[]; kept: string[] } {
  if (error.code === 'ENOENT') return { lines: [], kept: [] };
  throw error;
}

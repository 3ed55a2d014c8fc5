import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { type DatabaseSettings, openDatabase } from '../database/database.ts';
import { requireEmpty } from '../database/inspection/require-empty.ts';
import { knownMigrations } from '../database/migrate.ts';
import type { Tables } from '../database/schema.ts';
import { messageOf, OperatorError } from '../errors.ts';
import { type BackupHeader, parseLine, type RowCounts } from './backup-lines.ts';
import type { ErasureRecord } from './erasure-list.ts';
import { loadTables } from './load-tables.ts';
import { replayErasures } from './replay-erasures.ts';
import { readSealedLines } from './sealed-lines.ts';
import { settleRestored } from './settle-restored.ts';

interface RestoreParams {
  file: string;
  key: Buffer;
  /** Where the records go; nothing may be there yet. */
  place: DatabaseSettings;
  erasures: readonly ErasureRecord[];
  now: number;
}

export interface RestoredBackup {
  header: BackupHeader;
  counts: RowCounts;
  /** How many people were erased again. */
  erased: number;
}

/**
 * Fills an empty place with the records of a backup, migrates them to this version, and erases again who was erased
 * since.
 * @throws OperatorError when the place is not empty, or the backup is damaged or made by a newer version
 */
export async function restoreBackup(params: RestoreParams): Promise<RestoredBackup> {
  const { file, key, place, erasures, now } = params;
  await requireEmpty(place);
  const lines = readSealedLines({ file, key });
  const header = await readHeader(lines);
  try {
    const tablesOfBackup = { ...place, migrateTo: header.migrations.at(-1) };
    const counts = await inTransaction(tablesOfBackup, (trx) => loadTables(trx, lines));
    const erased = await inTransaction(place, async (trx) => {
      await settleRestored(trx, now);
      return replayErasures(trx, erasures);
    });
    return { header, counts, erased };
  } catch (error) {
    // Half of a restore must not be taken for a whole one, and would keep the next attempt out.
    if (!place.databaseUrl) await rm(join(place.dataDir, 'pg'), { recursive: true, force: true });
    const advice = place.databaseUrl ? ' Drop this database and create it again.' : '';
    throw new OperatorError(`Nothing was restored: ${messageOf(error)}${advice}`, { cause: error });
  }
}

/** @throws OperatorError when a newer version of the program has made the backup */
async function readHeader(lines: AsyncGenerator<string>): Promise<BackupHeader> {
  const first = await lines.next();
  const line = first.done ? undefined : parseLine(first.value);
  if (line?.kind !== 'header') throw new OperatorError('The backup has no header.');
  const unknown = line.header.migrations.filter((name) => !knownMigrations.includes(name));
  if (unknown.length === 0) return line.header;
  throw new OperatorError(
    `A newer version of this program made the backup (${unknown.join(', ')}). Restore it with that version.`,
  );
}

async function inTransaction<T>(
  place: DatabaseSettings,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place);
  try {
    return await database.db.transaction().execute(work);
  } finally {
    await database.close();
  }
}

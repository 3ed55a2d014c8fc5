import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { backupName, removeOldBackups } from './backup-folder.ts';
import { dumpTables } from './dump-tables.ts';
import { createErasureList, type ErasureListPlace } from './erasure-list.ts';
import { writeSealedLines } from './sealed-lines.ts';

interface WriteParams extends ErasureListPlace {
  db: Kysely<Tables>;
  /** How many backups the folder keeps. */
  keep: number;
  now: number;
}

export interface WrittenBackup {
  file: string;
  bytes: number;
  /** Names of older backups that were removed. */
  removed: string[];
}

/**
 * Writes a backup and the list of erasures, then removes the oldest backups. The bot may run meanwhile.
 * @throws Error when the folder cannot be written; older backups then stay
 */
export async function writeBackup({ db, folder, key, keep, now }: WriteParams): Promise<WrittenBackup> {
  const file = join(folder, backupName(now));
  await writeSealedLines({ file, key }, dumpTables(db, now));
  await createErasureList(db, { folder, key })();
  const { size } = await stat(file);
  return { file, bytes: size, removed: await removeOldBackups(folder, keep) };
}

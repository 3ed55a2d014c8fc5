import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { erasureListName } from '../../backup/backup-folder.ts';
import { type ErasureListPlace, type ErasureRecord, readErasureList } from '../../backup/erasure-list.ts';
import { restoreBackup } from '../../backup/restore-backup.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { OperatorError } from '../../errors.ts';
import { loadWords } from '../../i18n.ts';
import { silentLogger } from '../../logger.ts';
import { createMetrics } from '../../metrics.ts';
import type { CommandParts } from '../command-parts.ts';
import { formatLocalTime } from '../format-local-time.ts';

interface RestoreOptions {
  erasures?: string;
  withoutErasures?: true;
}

/** `backup` and `restore`: encrypted copies of the records, and the way back. */
export function addBackupCommands(program: Command, parts: CommandParts): void {
  const { open, write } = parts;
  const t = loadWords().in('vi');

  program
    .command('backup')
    .description('write an encrypted copy of all records to BACKUP_DIR, and remove the oldest copies')
    .action(async () => {
      const place = requirePlace(parts.loadConfig());
      const { database, clock, config } = await open();
      const now = clock.now();
      const written = await writeBackup({ db: database.db, ...place, keep: config.BACKUP_KEEP, now });
      const { file, bytes, removed } = written;
      write(`${t('operator:backup.written', { file, size: (bytes / 1e6).toFixed(1) })}\n`);
      for (const name of removed) write(`${t('operator:backup.removed', { name })}\n`);
    });

  program
    .command('restore <file>')
    .description('fill an empty database with the records of a backup')
    .option('--erasures <file>', 'the list of erasures; by default the one beside the backup')
    .option('--without-erasures', 'nobody asked for an erasure since the backup')
    .action(async (given: string, options: RestoreOptions) => {
      const config = parts.loadConfig();
      const key = requireKey(config);
      const file = resolve(parts.folder ?? '.', given);
      const erasures = await erasuresFor(file, key, inFolder(options, parts.folder));
      const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = config;
      const place = { dataDir, databaseUrl, logger: silentLogger, metrics: createMetrics() };
      const restored = await restoreBackup({ file, key, place, erasures, now: systemClock.now() });
      const rows = Object.values(restored.counts).reduce((sum, count) => sum + count, 0);
      const at = formatLocalTime(restored.header.at);
      write(`${t('operator:backup.restored', { rows, at, erased: restored.erased })}\n`);
    });
}

/** Paths are the caller's, whose folder is not always ours. */
function inFolder(options: RestoreOptions, folder = '.'): RestoreOptions {
  return options.erasures === undefined
    ? options
    : { ...options, erasures: resolve(folder, options.erasures) };
}

/** @throws OperatorError when backups are not set up */
function requirePlace(config: Config): ErasureListPlace {
  if (!config.BACKUP_DIR) throw new OperatorError('BACKUP_DIR is not set. Set it to the folder for backups.');
  return { folder: config.BACKUP_DIR, key: requireKey(config) };
}

function requireKey({ BACKUP_KEY: key }: Config): Buffer {
  if (key) return key;
  throw new OperatorError(
    'BACKUP_KEY is not set. Make one with: openssl rand -hex 32, and keep a copy away from the backups.',
  );
}

async function erasuresFor(file: string, key: Buffer, options: RestoreOptions): Promise<ErasureRecord[]> {
  if (options.withoutErasures) return [];
  const list = options.erasures ?? join(dirname(file), erasureListName);
  if (existsSync(list)) return readErasureList(list, key);
  throw new OperatorError(
    `There is no list of erasures at ${list}: people who were erased since the backup would come back. ` +
      'Give it with --erasures, or say --without-erasures when nobody asked for an erasure since.',
  );
}

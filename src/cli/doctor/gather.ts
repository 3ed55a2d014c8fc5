import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { inspectServer } from '../../database/inspection/inspect-server.ts';
import { messageOf } from '../../errors.ts';
import { inspectRedis } from '../../queue/inspect-redis.ts';
import type { CommandParts } from '../command-parts.ts';
import { type Facts, isUnreadable, type Unreadable } from './facts.ts';
import { probeAddress } from './probes/probe-address.ts';
import { probeBackups } from './probes/probe-backups.ts';
import { probeClock } from './probes/probe-clock.ts';
import { probeContent } from './probes/probe-content.ts';
import { isReadableByOthers, probeFolder } from './probes/probe-folder.ts';
import { probePort } from './probes/probe-port.ts';
import { probeRecords } from './probes/probe-records.ts';

type GatherParts = Pick<CommandParts, 'open' | 'loadConfig' | 'folder'>;

/** Looks at everything that the doctor judges. What cannot be looked at is a finding too; it never throws. */
export async function gatherFacts(parts: GatherParts): Promise<Facts> {
  const settings = await attempt(async () => parts.loadConfig());
  const known = isUnreadable(settings) ? undefined : settings;
  const database = known && (await probeDatabase(known));
  const [clockOffMs, dataFolder, port, address, redis, backups] = await Promise.all([
    probeClock(systemClock, known?.ZALO_OPENAPI_URL ?? 'https://openapi.zalo.me'),
    known && attempt(() => probeFolder(known.DATA_DIR)),
    known && known.ROLE !== 'worker' ? probePort({ port: known.PORT, host: known.HOST }) : undefined,
    known?.PUBLIC_URL === undefined ? undefined : probeAddress(known.PUBLIC_URL),
    known?.REDIS_URL === undefined ? undefined : attempt(() => inspectRedis(known.REDIS_URL as string)),
    known?.BACKUP_DIR === undefined ? undefined : attempt(() => probeBackups(known.BACKUP_DIR as string)),
  ]);
  const now = systemClock.now();
  return {
    now,
    nodeVersion: process.version,
    settings,
    envFileIsReadable: await isReadableByOthers(join(parts.folder ?? '.', '.env')),
    clockOffMs,
    dataFolder: isUnreadable(dataFolder) ? undefined : dataFolder,
    port,
    address,
    database,
    redis,
    records: known && (await readRecords(parts, known, database)),
    content: probeContent(now),
    backups: isUnreadable(backups) ? undefined : backups,
  };
}

async function probeDatabase({ DATABASE_URL: url, DATA_DIR }: Config): Promise<Facts['database']> {
  if (url) return attempt(() => inspectServer(url));
  return existsSync(join(DATA_DIR, 'pg')) ? 'embedded' : undefined;
}

/** Opens the records only where that changes nothing: opening creates and migrates tables. */
async function readRecords(
  { open }: GatherParts,
  { DATABASE_URL }: Config,
  database: Facts['database'],
): Promise<Facts['records']> {
  if (database === undefined || isUnreadable(database)) return undefined;
  const isMigrated =
    database !== 'embedded' && database.newerTables.length === 0 && database.missingTables.length === 0;
  if (DATABASE_URL && !isMigrated) return undefined;
  return attempt(async () => probeRecords(await open()));
}

async function attempt<T>(look: () => Promise<T>): Promise<T | Unreadable> {
  try {
    return await look();
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { messageOf, OperatorError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import type { StartThread } from './embedded/database-thread.ts';
import { startEmbeddedServer } from './embedded/embedded-server.ts';
import { makePrivate } from './embedded/private-folder.ts';
import { migrate } from './migrate.ts';
import { createEmbeddedPools, createPostgresPools, idleInTransactionMs, type Pools } from './pools.ts';
import type { Tables } from './schema.ts';
import { createSlowStatementReport } from './slow-statements.ts';

export interface Database {
  db: Kysely<Tables>;
  /** The accept path's own connections. On the embedded database their statements go first. */
  urgent: Kysely<Tables>;
  /** For code that needs `pg` itself, such as BullMQ. It must return every client before `close`. */
  pool: Pool;
  /** Names of the migrations applied while opening. */
  appliedMigrations: string[];
  close(): Promise<void>;
}

interface DatabaseParts {
  logger: Logger;
  metrics: Metrics;
  /** Slower statements are logged and counted. */
  slowQueryMs?: number;
  /** The last migration to apply; all of them when absent. */
  migrateTo?: string | undefined;
}

export interface DatabaseSettings extends DatabaseParts {
  dataDir: string;
  /** A PostgreSQL server; without it the embedded database in `dataDir` is used. */
  databaseUrl?: string | undefined;
}

/**
 * Opens the store of record and migrates it to the newest schema.
 * @throws OperatorError when it is unreachable, cannot be opened, is in use by another process, or is too new
 */
export function openDatabase({ databaseUrl, dataDir, ...parts }: DatabaseSettings): Promise<Database> {
  return databaseUrl ? openPostgres(databaseUrl, parts) : openInDataDirectory(dataDir, parts);
}

interface MemoryParts extends DatabaseParts {
  /** A tar of a ready database, which saves creating it. */
  templateFile?: string;
  startThread?: StartThread | undefined;
}

/** As the embedded database, but in memory. */
export async function openMemoryDatabase(parts: MemoryParts): Promise<Database> {
  return openEmbedded({ templateFile: undefined, ...parts, folder: undefined, onClosed: () => undefined });
}

async function openInDataDirectory(dataDir: string, parts: DatabaseParts): Promise<Database> {
  const lock = lockDataDirectory(dataDir, parts.logger);
  try {
    makePrivate(path.resolve(dataDir), parts.logger);
    const folder = path.join(path.resolve(dataDir), 'pg');
    return await openEmbedded({ ...parts, folder, templateFile: undefined, onClosed: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface EmbeddedParts extends DatabaseParts {
  folder: string | undefined;
  templateFile: string | undefined;
  startThread?: StartThread | undefined;
  onClosed(): void;
}

async function openEmbedded({
  onClosed,
  metrics,
  slowQueryMs = 200,
  migrateTo,
  ...rest
}: EmbeddedParts): Promise<Database> {
  const { logger } = rest;
  const reportSlowStatement = createSlowStatementReport({ logger, metrics });
  const server = await startEmbeddedServer({
    ...rest,
    slowQueryMs,
    idleInTransactionMs,
    reportSlowStatement,
  });
  const pools = createEmbeddedPools({ server, logger });
  return migrateAndWrap(pools, {
    migrateTo,
    async closeBelow() {
      await server.close();
      onClosed();
    },
  });
}

async function openPostgres(databaseUrl: string, parts: DatabaseParts): Promise<Database> {
  const { logger, slowQueryMs = 200 } = parts;
  const reportSlowStatement = createSlowStatementReport(parts);
  const pools = createPostgresPools({ databaseUrl, logger, slowQueryMs, reportSlowStatement });
  try {
    await pools.pool.query('select 1');
  } catch (error) {
    const { host } = new URL(databaseUrl);
    throw new OperatorError(`Cannot use PostgreSQL at ${host} (${messageOf(error)}). Check DATABASE_URL.`);
  }
  return migrateAndWrap(pools, { migrateTo: parts.migrateTo, closeBelow: async () => undefined });
}

interface WrapParts {
  migrateTo: string | undefined;
  closeBelow(): Promise<void>;
}

async function migrateAndWrap(
  { pool, urgent }: Pools,
  { migrateTo, closeBelow }: WrapParts,
): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const urgentDb = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: urgent }) });
  const close = async () => {
    await Promise.all([endPool(pool), endPool(urgent)]);
    await closeBelow();
  };
  try {
    return { db, urgent: urgentDb, pool, appliedMigrations: await migrate(db, migrateTo), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends a pool. Waits at most 2 s for clients that were not returned. */
async function endPool(pool: Pool): Promise<void> {
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, 2000).unref());
  await Promise.race([pool.end(), tooLong]);
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Database, openMemoryDatabase } from '../../src/database/database.ts';
import { type Logger, silentLogger } from '../../src/logger.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import { borrowDatabaseThread } from './database-threads.ts';
import { keepFirstFile } from './keep-first-file.ts';

interface TestDatabaseParts {
  logger?: Logger;
  metrics?: Metrics;
  slowQueryMs?: number;
  /** A new thread, for a test that changes the tables themselves or ends the thread. */
  isOwn?: boolean;
}

/**
 * An empty, migrated embedded database in memory. The caller closes it, and its thread then serves the next test
 * file.
 */
export function createTestDatabase({ isOwn = false, ...parts }: TestDatabaseParts = {}): Promise<Database> {
  return openMemoryDatabase({
    logger: silentLogger,
    metrics: createMetrics(),
    templateFile: templateFile(),
    ...(isOwn || parts.slowQueryMs !== undefined ? {} : { startThread: borrowDatabaseThread }),
    ...parts,
  });
}

/**
 * Files of an empty database, made once per version of the schema: making them takes seconds, loading them
 * does not.
 */
function templateFile(): string {
  const cache = pathTo('node_modules/.cache/cau-noi');
  const file = `${cache}/empty-database-${formOfTables()}.tar`;
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const draft = `${file}.${process.pid}`;
  const maker = pathTo('test/helpers/make-empty-database.ts');
  execFileSync(process.execPath, ['--import', 'tsx', maker, draft], { cwd: pathTo('') });
  keepFirstFile(draft, file);
  return file;
}

function formOfTables(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(pathTo('node_modules/@electric-sql/pglite/package.json')));
  const folder = pathTo('src/database/migrations');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex').slice(0, 16);
}

function pathTo(place: string): string {
  return fileURLToPath(new URL(`../../${place}`, import.meta.url));
}

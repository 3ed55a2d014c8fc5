import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Database, openMemoryDatabase } from '../../src/database/database.ts';
import { type Logger, silentLogger } from '../../src/logger.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';

interface TestDatabaseParts {
  logger?: Logger;
  metrics?: Metrics;
  slowQueryMs?: number;
}

/** An empty embedded database in memory, migrated. To be closed by whoever opened it. */
export function createTestDatabase(parts: TestDatabaseParts = {}): Promise<Database> {
  return openMemoryDatabase({ logger: silentLogger, metrics: createMetrics(), ...parts }, templateFile());
}

/** Ready files of an empty database, made once per clone: making them takes seconds, loading them does not. */
function templateFile(): string {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const manifest = `${modules}/@electric-sql/pglite/package.json`;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = `${modules}/.cache/cau-noi`;
  const file = `${cache}/empty-database-${version}.tar`;
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const draft = `${file}.${process.pid}`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', makeTemplate, draft], { cwd: cache });
  renameSync(draft, file);
  return file;
}

const makeTemplate = `
  import { writeFileSync } from 'node:fs';
  import { PGlite } from '@electric-sql/pglite';
  const database = await PGlite.create('memory://', { initDbStartParams: ['--wal-segsize=1', '--no-sync'] });
  // Without the two template databases the files are half as large.
  await database.exec('update pg_database set datistemplate = false');
  await database.exec('drop database template1');
  await database.exec('drop database template0');
  await database.exec('checkpoint');
  const files = await database.dumpDataDir('none');
  writeFileSync(process.argv[1], Buffer.from(await files.arrayBuffer()));
`;

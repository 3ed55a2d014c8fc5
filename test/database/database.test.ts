import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/database/database.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { describeDatabase } from '../contracts/database.contract.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import type { ServerUnderTest } from '../helpers/redis-server.ts';

const parts = { logger: silentLogger, metrics: createMetrics() };

describe('with files', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cau-noi-test-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  describeDatabase('the embedded database in a data directory', () => openDatabase({ ...parts, dataDir }));
});

if (hasPostgres()) {
  describe('with a server', () => {
    let server: ServerUnderTest | undefined;
    afterAll(() => server?.close());
    describeDatabase('PostgreSQL', async () => {
      server = await startPostgres();
      return openDatabase({ ...parts, dataDir: 'unused', databaseUrl: server.url });
    });
  });
} else {
  test.skip(`PostgreSQL: ${postgresInstallLine}`, () => undefined);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describeBackups } from '../contracts/backup.contract.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import type { ServerUnderTest } from '../helpers/redis-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'cau-noi-restored-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeBackups('the embedded database', async () => ({ dataDir: mkdtempSync(join(folder, 'data-')) }));

if (hasPostgres()) {
  describe('with a server', () => {
    let server: ServerUnderTest | undefined;
    let count = 0;
    afterAll(() => server?.close());

    describeBackups('PostgreSQL', async () => {
      server ??= await startPostgres();
      count += 1;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database place_${count}`);
      await client.end();
      return { dataDir: 'unused', databaseUrl: server.url.replace(/\/postgres$/, `/place_${count}`) };
    });
  });
} else test.skip(`PostgreSQL: ${postgresInstallLine}`, () => undefined);

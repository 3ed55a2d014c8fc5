import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/run-command.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/database.ts';
import type { Dependencies } from '../../src/dependencies.ts';
import { dayMs } from '../../src/durations.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'cau-noi-backup-command-'));
const backupDir = join(folder, 'backups');
const dataDir = join(folder, 'data');
const clock = createAdjustableClock({ now: () => Date.parse('2026-12-01T02:00:00Z') });
const settings = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 'not-real',
  ZALO_OA_SECRET_KEY: 'not-real',
  ENCRYPTION_KEY: '00'.repeat(32),
  DATA_DIR: dataDir,
  BACKUP_DIR: backupDir,
  BACKUP_KEY: '0e'.repeat(32),
  BACKUP_KEEP: '2',
};
let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: string[], more: Record<string, string | undefined> = {}) {
  const config = parseConfig({ ...settings, ...more });
  const dependencies: Partial<Dependencies> = { config, database, clock };
  let text = '';
  const code = await runCommand(args, {
    open: async () => dependencies as Dependencies,
    loadConfig: () => config,
    folder,
    write(part) {
      text += part;
    },
  });
  return { code, text };
}

test('backup and restore say which setting is missing, and do nothing', async () => {
  for (const args of [['backup'], ['restore', 'x']]) {
    const { code, text } = await run(args, { BACKUP_KEY: undefined });
    expect([code, text]).toEqual([1, expect.stringContaining('BACKUP_KEY is not set')]);
  }
  const { text } = await run(['backup'], { BACKUP_DIR: undefined });
  expect(text).toContain('BACKUP_DIR is not set');
});

test('backup keeps as many copies as wanted, readable by their owner only, and says what it did', async () => {
  for (let day = 0; day < 3; day += 1) {
    const { code, text } = await run(['backup']);
    expect(code).toBe(0);
    expect(text).toContain(`cau-noi-2026120${day + 1}T020000Z.backup`);
    if (day === 2) expect(text).toContain('Đã bỏ bản cũ cau-noi-20261201T020000Z.backup');
    clock.advance(dayMs);
  }
  const names = readdirSync(backupDir).toSorted((a, b) => a.localeCompare(b));
  expect(names).toEqual([
    'cau-noi-20261202T020000Z.backup',
    'cau-noi-20261203T020000Z.backup',
    'erasures.list',
  ]);
  expect(names.map((name) => statSync(join(backupDir, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
});

test('restore asks for the list of erasures, and fills a place once', async () => {
  const [name = ''] = readdirSync(backupDir);
  const file = join('backups', name);
  const list = join(backupDir, 'erasures.list');
  renameSync(list, join(folder, 'moved.list'));
  expect(await run(['restore', file])).toEqual({
    code: 1,
    text: expect.stringMatching(/no list of erasures.*--erasures.*--without-erasures/),
  });
  const given = await run(['restore', file, '--erasures', 'moved.list']);
  expect(given).toEqual({ code: 0, text: expect.stringMatching(/như lúc 2026-12-02 09:00/) });
  const again = await run(['restore', file, '--without-erasures']);
  expect(again).toEqual({ code: 1, text: expect.stringMatching(/There is a database already/) });
  const restored = await openDatabase({ dataDir, logger: silentLogger, metrics: createMetrics() });
  expect(restored.appliedMigrations).toEqual([]);
  await restored.close();
}, 120_000);

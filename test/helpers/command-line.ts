import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/run-command.ts';
import { type AdjustableClock, createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import type { Database } from '../../src/database/database.ts';
import type { Dependencies } from '../../src/dependencies.ts';
import { createSealer } from '../../src/encryption.ts';
import { loadWords } from '../../src/i18n.ts';
import { seedAreas } from '../../src/team/areas/seed-areas.ts';
import { officeKnowledge } from './office.ts';
import { createTestDatabase } from './test-database.ts';

/** The operators' commands on an in-memory database, with a folder for their files. */
export interface CommandLine {
  database: Database;
  clock: AdjustableClock;
  folder: string;
  /** Runs a command. @returns its exit code and output */
  run(...args: string[]): Promise<{ exitCode: number; text: string }>;
  /** Writes a file for a command. @returns its name */
  file(name: string, content: string | Buffer): Promise<string>;
  /** Restores the state of the first start. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function createCommandLine(
  at: number,
  settings: Record<string, string> = {},
): Promise<CommandLine> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-cli-'));
  const clock = createAdjustableClock({ now: () => at });
  const directory = officeKnowledge().directory;
  const sealer = createSealer(Buffer.alloc(32));
  const config = parseConfig({
    ZALO_APP_ID: '1',
    ZALO_APP_SECRET: 'not-real',
    ZALO_OA_SECRET_KEY: 'not-real',
    ENCRYPTION_KEY: '00'.repeat(32),
    ...settings,
  });
  const learnVillages = async () => undefined;
  const given = { database, clock, words: loadWords(), directory, sealer, config, learnVillages };
  const dependencies: Partial<Dependencies> = given;
  return {
    database,
    clock,
    folder,
    async run(...args) {
      let text = '';
      const write = (more: string) => {
        text += more;
      };
      const open = async () => dependencies as Dependencies;
      const exitCode = await runCommand(args, { open, loadConfig: () => config, write, folder });
      return { exitCode, text };
    },
    async file(name, content) {
      await writeFile(join(folder, name), content);
      return name;
    },
    async reset() {
      await database.pool.query('truncate areas, teams, members, team_members, member_links, oas cascade');
      const rootName = directory.local.office.name;
      await seedAreas(database.db, { areas: directory.areas, rootName, rootTeamName: 'Bàn trực', now: at });
    },
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

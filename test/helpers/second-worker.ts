import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from '../../src/bot.ts';
import { parseConfig } from '../../src/config.ts';
import { silentLogger } from '../../src/logger.ts';
import { modelFolder } from './model-folder.ts';
import { testSettings, type WholeBot } from './whole-bot.ts';

interface SecondWorker {
  worker: BotProcess;
  stop(): Promise<void>;
}

/** Starts a second worker on the database of a whole bot. */
export async function startSecondWorker(
  whole: WholeBot,
  { settings = {}, locales }: { settings?: Record<string, string>; locales: string },
): Promise<SecondWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-worker-'));
  const config = parseConfig(testSettings(whole.simulatorUrl, { ...settings, DATA_DIR: folder }));
  const worker = await startBot({
    config: { ...config, ROLE: 'worker' },
    clock: whole.clock,
    logger: silentLogger,
    locales,
    modelFolder,
    database: { ...whole.bot.dependencies.database, close: async () => undefined },
  });
  await worker.learned;
  return {
    worker,
    async stop() {
      await worker.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

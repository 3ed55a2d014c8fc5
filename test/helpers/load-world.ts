import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { createSealer } from '../../src/encryption.ts';
import { silentLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { connectOa } from '../../src/zalo/auth/connect-oa.ts';
import { createSimulator, type Simulator } from '../../tools/simulator/simulator.ts';
import type { Switches } from '../../tools/simulator/switches.ts';
import { type BotProcess, createBotProcess, type LogLine } from './bot-process.ts';
import { findFreePort } from './free-port.ts';
import { makeLoadContent } from './load-content.ts';
import { startPostgres } from './postgres-server.ts';
import { type ServerUnderTest, startRedis } from './redis-server.ts';
import { appId, oaId, oaSecretKey, testSettings } from './whole-bot.ts';

export type SetUp = 'embedded' | 'postgres-redis';

/** The bot's processes by set-up: one process, or one that accepts deliveries and two that answer. */
const rolesOf: Record<SetUp, readonly string[]> = {
  embedded: ['all'],
  'postgres-redis': ['web', 'worker', 'worker'],
};

/** A bot in its own processes, with a simulated Zalo in this one. */
export interface LoadWorld {
  simulator: Simulator;
  bots: readonly BotProcess[];
  /** Address of the process that accepts deliveries. */
  botUrl: string;
  dataDir: string;
  /** Empty for the embedded set-up. */
  servers: readonly ServerUnderTest[];
  startBots(): Promise<void>;
  stopBots(): Promise<void>;
  /** The bot's database; in the embedded set-up only while no bot runs. The caller closes it. */
  openDatabase(): Promise<Database>;
  close(): Promise<void>;
}

interface LoadWorldOptions {
  setUp: SetUp;
  /** The bot accepts deliveries and answers none of them. */
  paused?: boolean;
  /** The PostgreSQL server writes through to the disk, as in production. */
  durable?: boolean;
  switches?: Partial<Switches>;
  onLog?: (line: LogLine) => void;
  /** Settings of the bot beyond those of every test. */
  settings?: Record<string, string>;
  /** The content of the bot; by default that of `makeLoadContent`. */
  locales?: string;
}

/** Resolves when everything but the bots' processes is running and the OA is connected. */
export async function startLoadWorld(options: LoadWorldOptions): Promise<LoadWorld> {
  const { setUp, onLog } = options;
  const content = await makeLoadContent();
  const locales = options.locales ?? content.folder;
  const dataDir = await mkdtemp(join(tmpdir(), 'cau-noi-load-'));
  const port = await findFreePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const simulator = createSimulator({
    clock: createAdjustableClock(),
    logger: silentLogger,
    appId,
    appSecret: 'demo-app-secret-not-real',
    oaSecretKey,
    webhookUrl: `${botUrl}/webhooks/zalo`,
    oas: [{ oaId, name: 'Xã Thử Một' }],
    ...(options.switches && { switches: options.switches }),
  });
  const simulatorUrl = await simulator.listen(0);
  const [postgres, redis] =
    setUp === 'embedded'
      ? []
      : await Promise.all([startPostgres({ durable: options.durable ?? false }), startRedis()]);
  const settings = testSettings(simulatorUrl, {
    PORT: `${port}`,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    ...(postgres && { DATABASE_URL: postgres.url }),
    ...(redis && { REDIS_URL: redis.url }),
    ...options.settings,
  });
  const open = () =>
    openDatabase({ dataDir, databaseUrl: postgres?.url, logger: silentLogger, metrics: createMetrics() });
  await connect(open, simulator, settings);

  const bot = (name: string, role: string) =>
    createBotProcess({ name, settings: { ...settings, ROLE: role }, locales, ...(onLog && { onLog }) });
  const roles = options.paused ? ['web'] : rolesOf[setUp];
  const bots = roles.map((role, index) => bot(`${role} ${index + 1}`, role));
  const servers = [postgres, redis].filter((server) => server !== undefined);
  const stopBots = async () => {
    await Promise.all(bots.map((one) => one.stop()));
  };
  return {
    simulator,
    bots,
    botUrl,
    dataDir,
    servers,
    async startBots() {
      await Promise.all(bots.map((one) => one.start()));
    },
    stopBots,
    openDatabase: open,
    async close() {
      await stopBots();
      await simulator.close();
      for (const server of servers) await server.close();
      await rm(dataDir, { recursive: true, force: true });
      await content.remove();
    },
  };
}

/** Migrates the database and stores the OA's tokens before any bot runs. */
async function connect(
  open: () => Promise<Database>,
  simulator: Simulator,
  settings: Record<string, string>,
): Promise<void> {
  const database = await open();
  const sealer = createSealer(parseConfig(settings).ENCRYPTION_KEY);
  const { accessToken, refreshToken } = simulator.issueTokens(oaId);
  const grant = { oaId, accessToken, refreshToken, accessLifeMs: 25 * 60 * 60_000 };
  await connectOa({ db: database.db, sealer, clock: { now: () => Date.now() } }, grant);
  await database.close();
}

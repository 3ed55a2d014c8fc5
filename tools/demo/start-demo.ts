import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BotProcess, startBot } from '../../src/bot.ts';
import { type AdjustableClock, createAdjustableClock, systemClock } from '../../src/clock.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { localesFolder } from '../../src/i18n.ts';
import { createLogger, type Logger } from '../../src/logger.ts';
import { persistState } from '../simulator/saved-state.ts';
import { createSimulator, type Simulator } from '../simulator/simulator.ts';
import { type DemoContent, readDemoContent } from './demo-content.ts';
import {
  type ConsoleLink,
  createConsoleLinks,
  type MemberPhone,
  putOnDuty,
  seedDemo,
  seedMemberPhones,
} from './seed-demo.ts';
import { createOperatorLinks } from './seed-operators.ts';

export interface Demo {
  phoneUrl: string;
  memberPhones: { name: string; url: string }[];
  consoleLinks: ConsoleLink[];
  botUrl: string;
  /** Resolves to true when the bot has learnt the sample questions; undefined when it already knew them. */
  learning: Promise<boolean> | undefined;
  stop(): Promise<void>;
}

/** A step that may take over a second; the demo shows it to the user. */
export type DemoStep = 'simulator' | 'database' | 'database_first';

interface DemoParts {
  settings: Record<string, string>;
  /** Runs one step and shows it to the user. */
  progress<T>(step: DemoStep, work: () => Promise<T>): Promise<T>;
}

/**
 * Starts the bot and a simulated Zalo in this process, on one clock that the phone page can move, and adds
 * missing demo data. Continues an earlier demo.
 * @throws OperatorError when a port is taken or the folder is unusable
 */
export async function startDemo({ settings, progress }: DemoParts): Promise<Demo> {
  const config = parseConfig(settings);
  const logger = createLogger(config.LOG_LEVEL);
  const content = readDemoContent(localesFolder);
  const clock = createDemoClock(config.DATA_DIR);
  let bot: BotProcess | undefined;
  let phones: MemberPhone[] = [];
  let consoleLinks: ConsoleLink[] = [];
  const onClockMoved = async (): Promise<void> => {
    saveClock(config.DATA_DIR, clock);
    await bot?.dependencies.queue.promoteDue(clock.now());
  };
  const simulator = openSimulator({ config, logger, content, clock, onClockMoved });
  const state = persistState({ platform: simulator.platform, folder: join(config.DATA_DIR, 'zalo'), logger });
  try {
    const phoneUrl = await progress('simulator', () => simulator.listen(config.SIMULATOR_PORT, 'localhost'));
    const isFirst = !existsSync(join(config.DATA_DIR, 'pg'));
    const started = await progress(isFirst ? 'database_first' : 'database', () =>
      startBot({
        config,
        clock,
        logger,
        async prepare(dependencies) {
          await seedDemo({ content, simulator, dependencies });
          phones = await seedMemberPhones({ content, simulator, dependencies });
          consoleLinks = [
            ...(await createConsoleLinks(content, dependencies)),
            ...(await createOperatorLinks(dependencies)),
          ];
        },
      }),
    );
    bot = started;
    putOnDuty(simulator, phones, content.onDutyWord);
    return {
      phoneUrl,
      memberPhones: phones.map(({ name, userId }) => ({ name, url: `${phoneUrl}/#${userId}` })),
      consoleLinks,
      botUrl: `http://localhost:${started.port}`,
      learning: started.dependencies.knowsContent ? undefined : started.learned,
      async stop() {
        await started.stop();
        state.stop();
        await simulator.close();
      },
    };
  } catch (error) {
    await bot?.stop();
    state.stop();
    await simulator.close();
    throw error;
  }
}

interface SimulatorParts {
  config: Config;
  logger: Logger;
  content: DemoContent;
  clock: AdjustableClock;
  onClockMoved(): Promise<void>;
}

function openSimulator({ config, content, ...parts }: SimulatorParts): Simulator {
  return createSimulator({
    ...parts,
    appId: config.ZALO_APP_ID,
    appSecret: config.ZALO_APP_SECRET,
    oaSecretKey: config.ZALO_OA_SECRET_KEY[0] as string,
    webhookUrl: `http://localhost:${config.PORT}/webhooks/zalo`,
    oas: content.oas.map(({ areaId: _areaId, ...profile }) => profile),
    switches: { receipts: 'received', receiptDelayMs: 700 },
  });
}

/** The clock keeps its offset over a restart: otherwise stored answers would lie in the future. */
function createDemoClock(dataDir: string): AdjustableClock {
  const file = clockFile(dataDir);
  const offsetMs = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return createAdjustableClock(systemClock, offsetMs);
}

function saveClock(dataDir: string, clock: AdjustableClock): void {
  writeFileSync(clockFile(dataDir), String(clock.now() - systemClock.now()));
}

function clockFile(dataDir: string): string {
  return join(dataDir, 'clock-offset-ms');
}

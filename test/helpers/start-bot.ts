import { startBot } from '../../src/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { messageOf } from '../../src/errors.ts';
import { createLogger } from '../../src/logger.ts';

/**
 * Entry of a bot in its own process: `src/main.ts` with the content of a given folder. Notifies its parent
 * when it has started, and exits when the parent has gone.
 */
const [locales] = process.argv.slice(2);
const config = loadConfig();

try {
  const bot = await startBot({
    config,
    clock: systemClock,
    logger: createLogger(config.LOG_LEVEL),
    ...(locales && { locales }),
  });
  await bot.learned;
  process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
  process.on('disconnect', () => process.exit(1));
  process.send?.({ started: true, port: bot.port });
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

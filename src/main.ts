import { startBot } from './bot.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { messageOf, OperatorError } from './errors.ts';
import { createLogger } from './logger.ts';

/** Production: starts as the settings say, stops cleanly on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.LOG_LEVEL);
  const bot = await startBot({ config, clock: systemClock, logger });
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ reason: messageOf(error) }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const reason = error instanceof OperatorError ? error.message : `Cannot start: ${messageOf(error)}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

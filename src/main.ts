import { type BotProcess, startBot } from './bot.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { messageOf, OperatorError } from './errors.ts';
import { createLogger } from './logger.ts';

/** Production: starts as the settings say, stops cleanly on SIGINT and SIGTERM, even when they come during the start. */
async function main(): Promise<void> {
  process.umask(0o077);
  const config = loadConfig();
  const logger = createLogger(config.LOG_LEVEL);
  let starting: Promise<BotProcess> | undefined;
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    const bot = await starting;
    bot?.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ reason: messageOf(error) }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // After the handlers: the start reads the content before it first waits for anything.
  starting = startBot({ config, clock: systemClock, logger });
  await starting;
}

try {
  await main();
} catch (error) {
  const reason = error instanceof OperatorError ? error.message : `Cannot start: ${messageOf(error)}`;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

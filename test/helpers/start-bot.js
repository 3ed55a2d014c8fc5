import { fileURLToPath } from 'node:url';

/**
 * Entry of a bot in its own process: the built `main.js` with the content of a given folder. Notifies its parent
 * when it has started, and exits when the parent has gone.
 */
const built = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const [{ startBot }, { systemClock }, { loadConfig }, { createLogger }] = await Promise.all(
  ['bot.js', 'clock.js', 'config.js', 'logger.js'].map(built),
);
const [locales] = process.argv.slice(2);
/** Shared by all tests, so that the content of a test is learned once and not by each process. */
const modelFolder = fileURLToPath(new URL('../../node_modules/.cache/cau-noi/classifier', import.meta.url));
const config = loadConfig();

try {
  const bot = await startBot({
    config,
    clock: systemClock,
    logger: createLogger(config.LOG_LEVEL),
    modelFolder,
    ...(locales && { locales }),
  });
  await bot.learned;
  process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
  process.on('disconnect', () => process.exit(1));
  process.send?.({ started: true, port: bot.port });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

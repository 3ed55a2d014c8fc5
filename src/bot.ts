import type { Server } from 'node:http';
import { join } from 'node:path';
import { createApp, createWorkerApp } from './app.ts';
import { runCommand } from './cli/run-command.ts';
import { serveAdminSocket } from './database/admin-socket.ts';
import { type BotOptions, createDependencies, type Dependencies } from './dependencies.ts';
import { inBackground } from './errors.ts';
import { listen, stopListening } from './server.ts';
import { checkKey } from './zalo/auth/check-key.ts';

export interface BotProcess {
  /** The port it listens on; undefined for a worker without HEALTH_PORT. */
  port: number | undefined;
  dependencies: Dependencies;
  /**
   * Resolves when the classifier has learned the content, possibly while the bot already answers; false when it cannot.
   */
  learned: Promise<boolean>;
  stop(): Promise<void>;
}

interface StartOptions extends BotOptions {
  /** Runs when everything is open and before anything starts: the demo seeds its data here. */
  prepare?(dependencies: Dependencies): Promise<void>;
}

/**
 * Starts one process of the bot by its ROLE: the webhook, the worker, or both.
 * @throws OperatorError when it cannot start
 */
export async function startBot(options: StartOptions): Promise<BotProcess> {
  const { config, logger } = options;
  const dependencies = await createDependencies(options);
  let server: Server | undefined;
  try {
    await checkKey(dependencies.database.db, dependencies.sealer);
    await options.prepare?.(dependencies);
    const isWorker = config.ROLE !== 'web';
    // First of all: until then new deliveries follow the old ones into the spool.
    inBackground(dependencies.webhook.drainSpool(), { logger, whatFailed: 'the spool stays for now' });
    const listening = await listenAs(dependencies);
    server = listening?.server;
    if (isWorker) await dependencies.worker.start();
    const admin = config.DATABASE_URL ? undefined : await openAdminSocket(dependencies);
    if (isWorker)
      inBackground(dependencies.checkConnectedOas(), {
        logger,
        whatFailed: 'the OAs could not be asked for',
      });
    dependencies.watchdog.start();
    logger.info({ role: config.ROLE, port: listening?.port }, 'started');
    return {
      port: listening?.port,
      dependencies,
      learned: isWorker ? dependencies.learnContent() : Promise.resolve(dependencies.knowsContent),
      async stop() {
        dependencies.console?.close();
        if (listening) await stopListening(listening.server);
        await admin?.close();
        await dependencies.close();
        logger.info({}, 'stopped');
      },
    };
  } catch (error) {
    if (server) await stopListening(server);
    await dependencies.close();
    throw error;
  }
}

/** Listens for deliveries and pages, or as a worker for whoever watches over it. */
async function listenAs(dependencies: Dependencies) {
  const { ROLE, HOST: host, PORT, HEALTH_PORT } = dependencies.config;
  if (ROLE !== 'worker') return listen(createApp(dependencies), { port: PORT, host });
  if (HEALTH_PORT === undefined) return undefined;
  return listen(createWorkerApp(dependencies), { port: HEALTH_PORT, host, setting: 'HEALTH_PORT' });
}

/** While this process has the embedded database open, commands run through it. */
function openAdminSocket(dependencies: Dependencies) {
  const parts = { open: async () => dependencies, loadConfig: () => dependencies.config };
  return serveAdminSocket({
    path: join(dependencies.config.DATA_DIR, 'admin.sock'),
    handle: ({ command, ...caller }) => runCommand(command, { ...parts, ...caller }),
  });
}

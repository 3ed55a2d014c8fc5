import type { Server } from 'node:http';
import type { Express } from 'express';
import express from 'express';
import type { Clock } from '../../src/clock.ts';
import { localesFolder } from '../../src/i18n.ts';
import type { Logger } from '../../src/logger.ts';
import { createControlRouter } from './control-router.ts';
import { createPlatform } from './create-platform.ts';
import type { TokenPair } from './grant-store.ts';
import type { OaProfile } from './oa-profile.ts';
import { createOAuthRouter } from './oauth-router.ts';
import { createOpenApiRouter } from './open-api-router.ts';
import { createPhoneRouter } from './phone/phone-router.ts';
import type { Platform } from './platform.ts';
import type { Switches } from './switches.ts';
import { createTimers } from './timers.ts';
import { createWebhookClient } from './webhook-client.ts';

export interface SimulatorOptions {
  /** With `advance`, `POST /sim/clock` can move it. */
  clock: Clock & { advance?: (ms: number) => void };
  logger: Logger;
  appId: string;
  appSecret: string;
  /** Signs the deliveries. */
  oaSecretKey: string;
  webhookUrl: string;
  oas: readonly OaProfile[];
  switches?: Partial<Switches>;
  /** The OAuth callback registered in the console; any is accepted when absent. */
  callbackUrl?: string;
  /** The simulator's address for browsers; by default the listening address. */
  publicUrl?: string;
  /** Maximum number of parallel deliveries. */
  concurrency?: number;
  /** Maximum number of waiting deliveries, and of log entries. */
  maxWaiting?: number;
  logCapacity?: number;
  /** Folder with the texts of the phone page; by default that of the installation. */
  localesFolder?: string;
  /** Called after `POST /sim/clock`, so that other users of the clock can do what is due. */
  onClockMoved?: (now: number) => Promise<void> | void;
}

export interface Simulator {
  app: Express;
  platform: Platform;
  /** @param port 0 for any free one; @returns the base URL */
  listen(port: number, host?: string): Promise<string>;
  close(): Promise<void>;
  /** Grants the app the right to act for an OA, as its administrator would; replaces an earlier grant. */
  issueTokens(oaId: string): TokenPair;
  /** Moves the clock and does what is due by then. @throws Error when the clock is not adjustable */
  advance(ms: number): Promise<number>;
  /** Resolves when no delivery is queued or in progress. */
  settled(): Promise<void>;
  /** Removes people, conversations, deliveries and faults; OAs and their grants stay. */
  reset(): void;
}

const defaults = { concurrency: 32, maxWaiting: 100_000, logCapacity: 1_000 };

/**
 * A Zalo platform to develop against: sends signed deliveries, serves OpenAPI and OAuth, and `/sim` controls
 * it.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { clock, onClockMoved, callbackUrl } = options;
  let baseUrl = options.publicUrl ?? '';
  const timers = createTimers({ clock });
  const client = createWebhookClient({ maxSockets: options.concurrency ?? defaults.concurrency });
  const platform = createPlatform({ ...defaults, ...options, timers, client, baseUrl: () => baseUrl });
  const advance = async (ms: number): Promise<number> => {
    if (!clock.advance) throw new Error('This clock cannot be moved');
    clock.advance(ms);
    timers.runDue();
    platform.log.add({ kind: 'clock', now: clock.now() });
    await onClockMoved?.(clock.now());
    return clock.now();
  };
  const reset = (): void => resetPlatform(platform, () => timers.clear());
  const app = express().disable('x-powered-by').disable('etag');
  app.use(createPhoneRouter(options.localesFolder ?? localesFolder));
  app.use('/sim', createControlRouter(platform, { advance, reset }));
  app.use(createOpenApiRouter(platform));
  app.use(createOAuthRouter(platform, callbackUrl));
  let server: Server | undefined;
  return {
    app,
    platform,
    async listen(port, host = '127.0.0.1') {
      server = await startServer(app, port, host);
      const address = server.address();
      const url = `http://${host}:${typeof address === 'object' ? address?.port : port}`;
      baseUrl ||= url;
      return url;
    },
    async close() {
      timers.clear();
      client.close();
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    },
    issueTokens: (oaId) => platform.grants.issue(oaId),
    advance,
    settled: () => platform.deliverer.settled(),
    reset,
  };
}

function startServer(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error) => (error ? reject(error) : resolve(server)));
  });
}

function resetPlatform(platform: Platform, clearTimers: () => void): void {
  clearTimers();
  platform.deliverer.clear();
  platform.people.clear();
  platform.conversations.clear();
  platform.media.clear();
  platform.faults.clear();
  platform.switches.reset();
  platform.apiCounts.clear();
  platform.log.add({ kind: 'reset' });
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createAdjustableClock } from '../../src/clock.ts';
import { createLogger } from '../../src/logger.ts';
import { oaProfile } from './oa-profile.ts';
import { createSimulator } from './simulator.ts';
import type { Switches } from './switches.ts';

/**
 * The simulator in its own process: `tsx tools/simulator/main.ts CONFIG.json`. Prints `{"url"}` on a line
 * once it listens; POST /sim/oas/:oaId/tokens returns the first tokens of an OA.
 */
const configSchema = z.object({
  port: z.number().int().min(0).default(3001),
  appId: z.string(),
  appSecret: z.string(),
  oaSecretKey: z.string(),
  webhookUrl: z.url(),
  oas: z.array(oaProfile).min(1),
  switches: z.record(z.string(), z.unknown()).default({}),
  logLevel: z.string().default('warn'),
});

const [path = ''] = process.argv.slice(2);
const { port, logLevel, switches, ...config } = configSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const simulator = createSimulator({
  ...config,
  switches: switches as Partial<Switches>,
  clock: createAdjustableClock(),
  logger: createLogger(logLevel),
});
process.stdout.write(`${JSON.stringify({ url: await simulator.listen(port) })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close());
}

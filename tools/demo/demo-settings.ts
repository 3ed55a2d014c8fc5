import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { modelFolder } from '../../src/cli/build/training-content.ts';
import { demoSettingsName } from '../../src/config.ts';
import { OperatorError } from '../../src/errors.ts';

export interface DemoPlace {
  dataDir: string;
  port: string;
  simulatorPort: string;
}

/**
 * The demo's settings: its first start makes them with random secrets and stores them beside its data.
 * @throws OperatorError in production, or when the folder holds other data
 */
export function prepareDemoSettings({ dataDir, port, simulatorPort }: DemoPlace): Record<string, string> {
  const file = join(dataDir, demoSettingsName);
  if (existsSync(join(dataDir, 'pg')) && !existsSync(file)) {
    throw new OperatorError(`${dataDir} holds data that is not the demo's. Set DATA_DIR to another folder.`);
  }
  // A demo of an earlier version may lack a secret that has been added since.
  const secrets = { ...makeSecrets(), ...(existsSync(file) ? readSettings(file) : {}) };
  const simulatorUrl = `http://localhost:${simulatorPort}`;
  const settings = {
    ...secrets,
    DATA_DIR: dataDir,
    PORT: port,
    SIMULATOR_PORT: simulatorPort,
    PUBLIC_URL: `http://localhost:${port}`,
    ZALO_OPENAPI_URL: simulatorUrl,
    ZALO_OAUTH_URL: simulatorUrl,
    ORIGIN: 'simulator',
    LOG_LEVEL: 'warn',
    // A shared laptop is slow at times; that is no news to a visitor of the demo.
    SLOW_QUERY_MS: '5000',
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return settings;
}

/**
 * Removes everything that an earlier demo left but what it learned, which depends on the content alone.
 * @throws OperatorError when the folder is not a demo's
 */
export function resetDemo(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  if (!existsSync(join(dataDir, demoSettingsName))) {
    throw new OperatorError(`${dataDir} is not a demo's folder, so nothing was removed.`);
  }
  const learned = modelFolder({ DATA_DIR: dataDir });
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    if (path !== learned) rmSync(path, { recursive: true, force: true });
  }
}

function readSettings(file: string): Record<string, string> {
  const settings = parseEnv(readFileSync(file, 'utf8'));
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function makeSecrets(): Record<string, string> {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    ZALO_APP_ID: '4000000000000000001',
    ZALO_APP_SECRET: random(16),
    ZALO_OA_SECRET_KEY: random(16),
    ENCRYPTION_KEY: random(32),
    SESSION_SECRET: random(32),
  };
}

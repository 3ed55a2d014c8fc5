import { z } from 'zod';
import { OperatorError } from './errors.ts';

/**
 * Every setting of the program, in one schema. The only file that reads the environment. Secrets have no
 * defaults; `.env.example` and docs/settings.md are compared with this schema by tests.
 */

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url().transform((value) => value.replace(/\/+$/, ''));
const encryptionKey = z
  .string()
  .refine((value) => keyBytes(value) !== undefined, 'must be 32 bytes as 64 hex digits or base64')
  .transform((value) => keyBytes(value) as Buffer);

const schema = z.object({
  PORT: port.default(3000),
  SIMULATOR_PORT: port.default(3001),
  PUBLIC_URL: url.optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  REDIS_URL: z.string().startsWith('redis').optional(),
  ZALO_APP_ID: z.string().min(1),
  ZALO_APP_SECRET: z.string().min(1),
  ZALO_OA_SECRET_KEY: z
    .string()
    .min(1)
    .transform((value) => value.split(',').map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.length <= 2 && secrets.every(Boolean),
      'must be one value, or two with a comma',
    ),
  ZALO_OPENAPI_URL: url.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ZALO_DOMAIN_VERIFICATION: z.string().optional(),
  ZALO_OAUTH_CODE_VERIFIER: z.string().min(43).max(128).optional(),
  ZALO_APPSECRET_PROOF: z.stringbool().default(false),
  ZALO_BUTTON_TEMPLATE_TYPE: z.string().optional(),
  ENCRYPTION_KEY: encryptionKey,
  SESSION_SECRET: z.string().min(32),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  ALERT_WEBHOOK_URL: url.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ORIGIN: z.enum(['real', 'test', 'simulator']).default('real'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  SLOW_QUERY_MS: z.coerce.number().int().min(1).default(200),
});

export type Config = z.infer<typeof schema>;
export const settingNames = Object.keys(schema.shape) as (keyof Config)[];

/** What to set, in a few words, per setting that has no default. */
const advice: Partial<Record<keyof Config, string>> = {
  ZALO_APP_ID: 'the id of the Zalo app, from developers.zalo.me',
  ZALO_APP_SECRET: "the app's secret key, used for OAuth",
  ZALO_OA_SECRET_KEY: 'the OA Secret Key of the Webhook page (not the app secret)',
  ENCRYPTION_KEY: '32 random bytes, e.g. the output of: openssl rand -hex 32',
  SESSION_SECRET: 'at least 32 random characters, e.g. the output of: openssl rand -hex 32',
};

/**
 * @param environment usually `process.env`; an empty value counts as not set
 * @throws OperatorError with one line per problem, naming the setting and what to set
 */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof Config;
    const problem = given[name] === undefined ? 'is not set' : issue.message;
    return `  ${name}: ${problem}${advice[name] ? ` (${advice[name]})` : ''}`;
  });
  throw new OperatorError(`Cannot start, these settings need attention:\n${lines.join('\n')}`);
}

/** Reads the process environment, after `.env` in the working folder when there is one. */
export function loadConfig(overrides: Record<string, string> = {}): Config {
  loadEnvFile();
  return parseConfig({ ...process.env, ...overrides });
}

/** The environment as it stands, for commands that need only a part of the settings. */
export function readEnvironment(): Record<string, string | undefined> {
  loadEnvFile();
  return { ...process.env };
}

function loadEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function keyBytes(value: string): Buffer | undefined {
  const bytes = /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
  return bytes.length === 32 ? bytes : undefined;
}

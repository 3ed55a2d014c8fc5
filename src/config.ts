import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { OperatorError } from './errors.ts';

/**
 * Every setting of the program, in one schema. The only file that reads the environment. Secrets have no defaults;
 * tests compare `.env.example` and docs/settings.md with this schema.
 */

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const encryptionKey = z
  .string()
  .refine((value) => keyBytes(value) !== undefined)
  .transform((value) => keyBytes(value) as Buffer);

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]).optional(),
  HEALTH_PORT: port.optional(),
  SIMULATOR_PORT: port.default(3001),
  PUBLIC_URL: url.optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/./)
    .optional(),
  ZALO_APP_ID: z.string().min(1),
  ZALO_APP_SECRET: z.string().min(1),
  ZALO_OA_SECRET_KEY: z
    .string()
    .min(1)
    .transform((value) => value.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.length <= 2 && secrets.every(Boolean)),
  ZALO_OPENAPI_URL: url.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ZALO_DOMAIN_VERIFICATION: z.string().optional(),
  ZALO_OAUTH_CODE_VERIFIER: z.string().min(43).max(128).optional(),
  ZALO_APPSECRET_PROOF: z.stringbool().default(false),
  ZALO_BUTTON_TEMPLATE_TYPE: z.string().optional(),
  ENCRYPTION_KEY: encryptionKey,
  SESSION_SECRET: z.string().min(32).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEY: encryptionKey.optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(14),
  ALERT_WEBHOOK_URL: url.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ORIGIN: z.enum(['real', 'test', 'simulator']).default('real'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  RETENTION_DAYS: z.coerce.number().int().min(30).max(3650).default(365),
  AUDIT_DAYS: z.coerce.number().int().min(90).max(3650).default(730),
  SLOW_QUERY_MS: z.coerce.number().int().min(1).default(200),
  MEMBER_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3]):[0-5]\d-([01]?\d|2[0-3]):[0-5]\d$/)
    .default('21:00-06:30'),
  MEMBER_INACTIVE_HOURS: z.coerce.number().int().min(1).max(720).default(48),
  MEMBER_PAID_MESSAGES: z.stringbool().default(false),
  MEMBER_PAID_MONTHLY_VND: z.coerce.number().int().min(0).default(0),
  MEMBER_PAID_MESSAGE_VND: z.coerce.number().int().min(1).default(55),
  MEMBER_TEMPLATE_ID: z.string().optional(),
});

export type Config = z.infer<typeof schema>;
export const settingNames = Object.keys(schema.shape) as (keyof Config)[];

const portNumber = 'a port from 0 to 65535';
const httpUrl = (example: string) => `an address that begins with http:// or https://, e.g. ${example}`;
const random = (what: string) => `${what}, e.g. the output of: openssl rand -hex 32`;

/** Advice for the error line of a missing or wrong setting. Never contains the given value: it may be a secret. */
const advice: Record<keyof Config, string> = {
  PORT: portNumber,
  HOST: 'an address of this machine, e.g. 127.0.0.1',
  HEALTH_PORT: portNumber,
  SIMULATOR_PORT: portNumber,
  PUBLIC_URL: httpUrl('https://bot.example.vn'),
  ROLE: 'all, web or worker',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'an address such as postgres://user:password@host:5432/name',
  REDIS_URL: 'an address such as redis://host:6379',
  ZALO_APP_ID: 'the id of the Zalo app, from developers.zalo.me',
  ZALO_APP_SECRET: "the app's secret key, used for OAuth",
  ZALO_OA_SECRET_KEY:
    'the OA Secret Key of the Webhook page (not the app secret); two with a comma while it is reset',
  ZALO_OPENAPI_URL: httpUrl('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: httpUrl('https://oauth.zaloapp.com'),
  ZALO_DOMAIN_VERIFICATION: 'the code of the page "Xác thực domain"',
  ZALO_OAUTH_CODE_VERIFIER: 'the verifier behind the code challenge of the console, 43 to 128 characters',
  ZALO_APPSECRET_PROOF: 'true or false',
  ZALO_BUTTON_TEMPLATE_TYPE: 'a template type of Zalo, or nothing',
  ENCRYPTION_KEY: random('32 random bytes as 64 hex digits or base64'),
  SESSION_SECRET: random('at least 32 random characters'),
  BACKUP_DIR: 'the path of a folder, best on another disk than DATA_DIR',
  BACKUP_KEY: random('32 random bytes as 64 hex digits or base64'),
  BACKUP_KEEP: 'a whole number of backups, from 1 to 1000',
  ALERT_WEBHOOK_URL: httpUrl('https://alerts.example.vn/hook'),
  METRICS_TOKEN: random('at least 16 random characters'),
  LOG_LEVEL: 'trace, debug, info, warn, error or silent',
  ORIGIN: 'real, test or simulator',
  WORKER_CONCURRENCY: 'a whole number from 1 to 64',
  RETENTION_DAYS: 'a whole number of days, from 30 to 3650',
  AUDIT_DAYS: 'a whole number of days, from 90 to 3650',
  SLOW_QUERY_MS: 'a whole number of milliseconds, at least 1',
  MEMBER_QUIET_HOURS: 'two times of day, e.g. 21:00-06:30',
  MEMBER_INACTIVE_HOURS: 'a whole number of hours, from 1 to 720',
  MEMBER_PAID_MESSAGES: 'true or false',
  MEMBER_PAID_MONTHLY_VND: 'a whole number of đồng',
  MEMBER_PAID_MESSAGE_VND: 'a whole number of đồng, at least 1',
  MEMBER_TEMPLATE_ID: 'the id of an approved template, or nothing',
};

/** Settings under an earlier name: silently ignoring one would lose the operator's choice. */
const renamed: Record<string, keyof Config> = { MEMBER_SLEEP_HOURS: 'MEMBER_INACTIVE_HOURS' };

/**
 * @param environment usually `process.env`; a blank value counts as not set
 * @throws OperatorError with one line per missing or wrong setting, with advice
 */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const result = schema.safeParse(given);
  if (result.success && result.data.ROLE === 'worker' && result.data.DATABASE_URL === undefined) {
    throw new OperatorError(
      'Cannot start: ROLE=worker needs the DATABASE_URL of the process that takes the deliveries. With a database of its own it would answer nobody.',
    );
  }
  const oldNames = Object.keys(renamed).filter((name) => given[name] !== undefined);
  if (result.success && oldNames.length === 0) return result.data;
  const names = new Set(result.error?.issues.map((issue) => String(issue.path[0]) as keyof Config));
  const lines = [...names].map((name) => {
    const problem = given[name] === undefined ? 'is not set' : 'cannot be used as it is';
    return `  ${name} ${problem}. Set it to ${advice[name]}`;
  });
  const oldLines = oldNames.map(
    (name) => `  ${name} is now called ${renamed[name]}. Rename it; what it means is the same`,
  );
  throw new OperatorError(
    `Cannot start, these settings need attention:\n${[...lines, ...oldLines].join('\n')}`,
  );
}

/** The demo stores its settings under this name beside its data, so that commands find them. */
export const demoSettingsName = 'demo.env';

/** Reads the process environment, after `.env` in the working folder when there is one. */
export function loadConfig(): Config {
  return parseConfig(readEnvironment());
}

/** As `loadConfig`. When nothing is set but the demo has run, uses the demo's settings, so that commands work on it. */
export function loadCommandConfig(): Config {
  const environment = readEnvironment();
  if (environment.ZALO_APP_ID) return parseConfig(environment);
  const demoFile = join(environment.DATA_DIR || '.demo', demoSettingsName);
  return parseConfig(existsSync(demoFile) ? parseEnv(readFileSync(demoFile, 'utf8')) : environment);
}

/** The unparsed environment, for commands that need only some of the settings. */
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

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { parseConfig, settingNames } from '../src/config.ts';
import { OperatorError } from '../src/errors.ts';

const needed = {
  ZALO_APP_ID: '4103557029146681245',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'oa-secret',
  ENCRYPTION_KEY: '0f'.repeat(32),
};

/** Whoever knows one of these can read, send or sign in; addresses may hold passwords. A new one is found by its name. */
const secrets = settingNames.filter(
  (name) =>
    /SECRET|KEY|TOKEN|VERIFIER|DATABASE_URL|REDIS_URL|ALERT/.test(name) && !/PUBLIC|_PROOF$/.test(name),
);

/** @returns one line per problem */
function problemsOf(environment: Record<string, string | undefined>): string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as OperatorError).message.split('\n').slice(1);
  }
}

describe('the settings', () => {
  it('need no more than five of them', () => {
    expect(problemsOf(needed)).toEqual([]);
    expect(problemsOf({}).map((line) => line.trim().split(' ')[0])).toEqual(Object.keys(needed));
  });

  it.each(Object.keys(needed))('stop the start without %s, saying what to set', (name) => {
    const lines = problemsOf({ ...needed, [name]: undefined });
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^  ${name} is not set\\. Set it to .{10,}`))]);
  });

  it.each([
    ['PORT', 'abc', /port from 0 to 65535/],
    ['PORT', '70000', /port from 0 to 65535/],
    ['PORT', '3.5', /port from 0 to 65535/],
    ['SIMULATOR_PORT', '-1', /port from 0 to 65535/],
    ['PUBLIC_URL', 'bot.example.vn', /https:\/\//],
    ['PUBLIC_URL', 'ftp://bot.example.vn', /https:\/\//],
    ['ROLE', 'both', /all, web or worker/],
    ['DATABASE_URL', 'mysql://localhost/bot', /postgres:\/\//],
    ['DATABASE_URL', 'postgres', /postgres:\/\//],
    ['REDIS_URL', 'http://localhost', /redis:\/\//],
    ['ZALO_OA_SECRET_KEY', 'one,two,three', /two with a comma/],
    ['ZALO_OA_SECRET_KEY', 'one,', /two with a comma/],
    ['ZALO_OPENAPI_URL', 'openapi.zalo.me', /https:\/\//],
    ['ZALO_OAUTH_URL', 'oauth', /https:\/\//],
    ['ZALO_OAUTH_CODE_VERIFIER', 'short', /43 to 128/],
    ['ZALO_APPSECRET_PROOF', 'maybe', /true or false/],
    ['ENCRYPTION_KEY', 'ab'.repeat(31), /32 random bytes/],
    ['ENCRYPTION_KEY', 'not a key', /openssl rand -hex 32/],
    ['SESSION_SECRET', 'x'.repeat(31), /32 random characters/],
    ['ALERT_WEBHOOK_URL', 'me@example.vn', /https:\/\//],
    ['METRICS_TOKEN', 'short', /16 random characters/],
    ['LOG_LEVEL', 'loud', /trace, debug, info, warn, error or silent/],
    ['ORIGIN', 'unknown', /real, test or simulator/],
    ['WORKER_CONCURRENCY', '0', /1 to 64/],
    ['SLOW_QUERY_MS', 'slow', /milliseconds/],
  ])('refuse %s=%s in one line that says what to set', (name, value, whatToSet) => {
    const lines = problemsOf({ ...needed, [name]: value });
    expect(lines).toEqual([expect.stringMatching(whatToSet)]);
    expect(lines[0]).toMatch(new RegExp(`^  ${name} cannot be used`));
  });

  it('name every problem at once, each in a line of its own', () => {
    const lines = problemsOf({ ...needed, PORT: 'abc', ROLE: 'both', ZALO_APP_ID: undefined });
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(['PORT', 'ROLE', 'ZALO_APP_ID']);
  });

  it('refuse a worker without the database of the others, where it would answer nobody', () => {
    expect(() => parseConfig({ ...needed, ROLE: 'worker' })).toThrow('ROLE=worker needs the DATABASE_URL');
    expect(parseConfig({ ...needed, ROLE: 'worker', DATABASE_URL: 'postgres://h/d' }).ROLE).toBe('worker');
  });

  it('refuse the former name of a setting and name the new one', () => {
    expect(problemsOf({ ...needed, MEMBER_SLEEP_HOURS: '72' })).toEqual([
      '  MEMBER_SLEEP_HOURS is now called MEMBER_INACTIVE_HOURS. Rename it; what it means is the same',
    ]);
    expect(problemsOf({ ...needed, MEMBER_SLEEP_HOURS: '72', MEMBER_INACTIVE_HOURS: '72' })).toHaveLength(1);
  });

  it('never show what was given, because it may be a secret', () => {
    const lines = problemsOf({
      ...needed,
      ENCRYPTION_KEY: 'hunter2',
      ZALO_OA_SECRET_KEY: 'hunter2,hunter2,hunter2',
    });
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  it('count an empty value as not set', () => {
    const config = parseConfig({ ...needed, PORT: '', DATABASE_URL: '  ', PUBLIC_URL: '' });
    expect(config.PORT).toBe(3000);
    expect(config.DATABASE_URL).toBeUndefined();
    expect(problemsOf({ ...needed, ENCRYPTION_KEY: '   ' })).toEqual([
      expect.stringContaining('ENCRYPTION_KEY is not set'),
    ]);
  });

  it('forgive blanks around a pasted value', () => {
    expect(parseConfig({ ...needed, ZALO_APP_SECRET: ' app-secret\n' }).ZALO_APP_SECRET).toBe('app-secret');
  });

  it('take one OA secret key, or two while it is being reset', () => {
    expect(parseConfig(needed).ZALO_OA_SECRET_KEY).toEqual(['oa-secret']);
    expect(parseConfig({ ...needed, ZALO_OA_SECRET_KEY: 'old, new' }).ZALO_OA_SECRET_KEY).toEqual([
      'old',
      'new',
    ]);
  });

  it('take the encryption key as hex or base64, for the same 32 bytes', () => {
    const bytes = Buffer.from(needed.ENCRYPTION_KEY, 'hex');
    expect(parseConfig(needed).ENCRYPTION_KEY).toEqual(bytes);
    expect(parseConfig({ ...needed, ENCRYPTION_KEY: bytes.toString('base64') }).ENCRYPTION_KEY).toEqual(
      bytes,
    );
  });

  it('join addresses with paths, so a slash at their end is dropped', () => {
    expect(parseConfig({ ...needed, PUBLIC_URL: 'https://bot.example.vn/' }).PUBLIC_URL).toBe(
      'https://bot.example.vn',
    );
  });

  it('give no secret a value of its own', () => {
    const config = parseConfig(needed);
    expect(secrets.filter((name) => !(name in needed) && config[name] !== undefined)).toEqual([]);
    const required = secrets.filter((name) => name in needed);
    expect(required.flatMap((name) => problemsOf({ ...needed, [name]: '' }))).toHaveLength(required.length);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const lines = text.split('\n');
  const example = parseEnv(text);

  it('names every setting and nothing else', () => {
    expect(new Set(Object.keys(example))).toEqual(new Set<string>(settingNames));
  });

  it('says in one line above each what it is', () => {
    const at = (name: string) => lines.findIndex((line) => line.startsWith(`${name}=`));
    const bare = settingNames.filter((name) => !/^# [^-].{9,}/.test(lines[at(name) - 1] ?? ''));
    expect(bare).toEqual([]);
    const longer = settingNames.filter((name) => lines[at(name) - 2]?.startsWith('# '));
    expect(longer).toEqual([]);
  });

  it('holds no secret', () => {
    expect(secrets.filter((name) => example[name] !== '')).toEqual([]);
  });

  it('shows the defaults, and is a start once the needed settings are filled in', () => {
    const filled = parseConfig({ ...example, ...needed });
    expect(filled).toEqual(parseConfig(needed));
    const defaults = Object.entries(parseConfig(needed)).filter(([name]) => !(name in needed));
    expect(defaults.map(([name, value]) => [name, String(value)])).toEqual(
      defaults.map(([name]) => [name, example[name]]),
    );
  });
});

describe('a start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cau-noi-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the program says on a start in an empty folder that has this `.env`. */
  function start(dotEnv: string) {
    writeFileSync(join(folder, '.env'), dotEnv);
    const entry = fileURLToPath(new URL('../src/main.ts', import.meta.url));
    const tsx = import.meta.resolve('tsx');
    return spawnSync(process.execPath, ['--import', tsx, entry], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '' },
      encoding: 'utf8',
    });
  }

  it('ends with exit code 1 and a line per problem, reading .env, and leaves nothing behind', () => {
    const { status, stderr, stdout } = start(
      `ZALO_APP_ID=1\nZALO_APP_SECRET=s\nZALO_OA_SECRET_KEY=o\nPORT=http\n`,
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toEqual([
      'Cannot start, these settings need attention:',
      expect.stringContaining('PORT cannot be used'),
      expect.stringContaining('ENCRYPTION_KEY is not set'),
    ]);
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});

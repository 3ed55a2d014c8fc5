import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { runCommand } from '../../src/cli/run-command.ts';
import { parseConfig, settingNames } from '../../src/config.ts';
import { chooseBackend } from '../../src/queue/choose-backend.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const settings = new Set<string>(settingNames);
/** Names of the environment that are not ours. */
const foreign = new Set(['NODE_ENV', 'POSTGRES_PASSWORD']);
const guide = read('deploy/install.md');
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');

/** The source of a built file: `dist/cli/main.js` is `src/cli/main.ts`. */
function hasSource(built: string): boolean {
  return existsSync(`${root}${built.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts')}`);
}

async function commandNames(): Promise<string[]> {
  let help = '';
  await runCommand(['--help'], {
    open: () => Promise.reject(new Error('the records were opened')),
    write: (text) => {
      help += text;
    },
  });
  return [...help.matchAll(/^ {2}([a-z][a-z:-]*)/gm)].flatMap(([, name]) => name ?? []);
}

describe('the Dockerfile', () => {
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  it('builds in one stage and runs in another, as a user without rights', () => {
    expect(stages.map((stage) => stage.split(/\s/)[0])).toEqual([
      'node:22-bookworm-slim',
      'node:22-bookworm-slim',
    ]);
    expect(engines.node).toBe('>=20.19');
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ['));
    expect(last).toMatch(/^HEALTHCHECK/m);
  });

  it('copies files that exist and that .dockerignore lets in', () => {
    const copied = [...(stages[0] ?? '').matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
    const ignore = read('.dockerignore').split('\n');
    expect(ignore).toContain('*');
    expect(copied.filter((file) => !ignore.includes(`!${file.replace('./', '')}`))).toEqual([]);
  });

  it('starts what the build makes, with scripts, settings and a port that are ours', () => {
    const started = [...dockerfile.matchAll(/^CMD \["node", "([^"]+)"\]$/gm)].map(([, file = '']) => file);
    expect(started).toEqual([scripts.start?.replace('node ', '')]);
    expect(started.every(hasSource)).toBe(true);
    const run = [...dockerfile.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    const set = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = '']) => namesIn(pairs));
    expect(set.filter((name) => !settings.has(name) && !foreign.has(name))).toEqual([]);
    expect(dockerfile).toContain(`EXPOSE ${defaultPort()}`);
  });
});

describe('compose.yaml', () => {
  const text = read('compose.yaml');
  const { services, volumes } = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };

  interface Service {
    environment?: Record<string, unknown>;
    healthcheck?: unknown;
    volumes?: string[];
    command?: string[];
    depends_on?: string[] | Record<string, unknown>;
  }

  it('runs a web process and a worker with settings that are ours and start', () => {
    const roles = ['web', 'worker'].map((name) => services[name]?.environment ?? {});
    expect(roles.map(({ ROLE }) => ROLE)).toEqual(['web', 'worker']);
    for (const environment of roles) {
      expect(Object.keys(environment).filter((name) => !settings.has(name))).toEqual([]);
      const needed = {
        ZALO_APP_ID: '1',
        ZALO_APP_SECRET: 's',
        ZALO_OA_SECRET_KEY: 'o',
        ENCRYPTION_KEY: '0'.repeat(64),
      };
      const given = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [name, `${value}`]),
      );
      const address = String(given.DATABASE_URL).replace(/\$\{[^}]+\}/, 'secret');
      const config = parseConfig({ ...needed, ...given, DATABASE_URL: address });
      expect(chooseBackend(config, undefined as never)).toEqual({ kind: 'redis', url: 'redis://redis:6379' });
      expect(new URL(address).host).toBe('postgres:5432');
    }
  });

  it('has a worker whose health is asked where the image asks for it', () => {
    const { environment = {}, healthcheck } = services.worker ?? {};
    expect(environment.HEALTH_PORT).toBe(environment.PORT);
    expect(healthcheck).toBeUndefined();
  });

  it('has a Redis that keeps its data and evicts nothing', () => {
    const command = services.redis?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('mounts volumes and files that exist, and waits for services that exist', () => {
    for (const service of Object.values(services)) {
      const mounted = (service.volumes ?? []).map((mount) => mount.split(':')[0] ?? '');
      const missing = mounted.filter((from) =>
        from.startsWith('./deploy/') ? !existsSync(`${root}${from}`) : !(from in volumes),
      );
      expect(missing.filter((from) => from !== './backups')).toEqual([]);
      const after = service.depends_on ?? [];
      const names = Array.isArray(after) ? after : Object.keys(after);
      expect(names.filter((name) => !(name in services))).toEqual([]);
    }
  });

  it('asks for nothing that the guide does not tell to put into .env', () => {
    const wanted = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    expect(wanted).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'PUBLIC_URL']));
    expect(wanted.filter((name) => !settings.has(name) && !foreign.has(name))).toEqual([]);
    expect(wanted.filter((name) => !guide.includes(name))).toEqual([]);
  });

  it('gives the proxy the addresses that its Caddyfile names', () => {
    const named = [...read('deploy/Caddyfile').matchAll(/\{\$([A-Z_]+)/g)].map(([, name = '']) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(services.caddy?.environment ?? {})));
    expect(services.caddy?.environment?.UPSTREAM).toBe(`web:${services.web?.environment?.PORT}`);
  });
});

describe('deploy/systemd', () => {
  const units = readdirSync(`${root}deploy/systemd`).map((name) => ({
    name,
    text: read(`deploy/systemd/${name}`),
  }));

  it.each(units.filter(({ name }) => name.endsWith('.service')))(
    '$name starts what the build makes, as its own user, with settings that are ours',
    async ({ text }) => {
      const [, file = '', command] = /^ExecStart=\/usr\/bin\/node (\S+)(?: (\S+))?$/m.exec(text) ?? [];
      expect(hasSource(file)).toBe(true);
      if (command !== undefined) expect(await commandNames()).toContain(command);
      expect(text).toMatch(/^User=cau-noi$/m);
      const set = [...text.matchAll(/^Environment=(.+)$/gm)].flatMap(([, pairs = '']) => namesIn(pairs));
      expect(set.filter((name) => !settings.has(name) && !foreign.has(name))).toEqual([]);
    },
  );

  it('has a timer for a service that exists, and a guide that starts units that exist', () => {
    const names = units.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['cau-noi-backup.timer', 'cau-noi-backup.service']));
    const named = [...guide.matchAll(/cau-noi(?:@[a-z]+|-[a-z]+\.timer)/g)].map(([name]) => name);
    const files = named.map((name) => (name.includes('@') ? 'cau-noi@.service' : name));
    expect(files.filter((file) => !names.includes(file))).toEqual([]);
    const roles = [...guide.matchAll(/cau-noi@([a-z]+)/g)].map(([, role]) => role);
    expect(roles.filter((role) => !['all', 'web', 'worker'].includes(role ?? ''))).toEqual([]);
  });
});

describe('deploy/install.md', () => {
  it('names settings, scripts and commands that exist, and the port', async () => {
    const set = [...guide.matchAll(/(?:^|`)([A-Z][A-Z_]+)(?:=|`)/gm)].map(([, name = '']) => name);
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !settings.has(name) && !foreign.has(name))).toEqual([]);
    const example = read('.env.example');
    expect(set.filter((name) => settings.has(name) && !example.includes(`\n${name}=`))).toEqual([]);
    const commands = [...guide.matchAll(/(?:npm run cli --|dist\/cli\/main\.js) ([a-z:]+)/g)];
    const known = await commandNames();
    expect(commands.map(([, name = '']) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(guide).toContain(`127.0.0.1:${defaultPort()}`);
  });
});

function namesIn(pairs: string): string[] {
  return [...pairs.matchAll(/([A-Z_]+)=/g)].map(([, name = '']) => name);
}

function defaultPort(): string {
  return /^PORT=(\d+)$/m.exec(read('.env.example'))?.[1] ?? '';
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, type Running, runProgram, startProgram } from '../helpers/run-program.ts';
import { type Installation, makeSmallInstallation } from '../helpers/small-installation.ts';
import { until } from '../helpers/until.ts';
import { oaId, testSettings } from '../helpers/whole-bot.ts';

/** A program takes seconds to start, more beside other tests. */
const patienceMs = 300_000;

let small: Installation;
beforeAll(async () => {
  small = await makeSmallInstallation();
});
afterAll(() => small.remove());

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cau-noi-start-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) =>
  testSettings('http://127.0.0.1:1', { DATA_DIR: dataDir, ...more });
const start = (more: Record<string, string> = {}) => runProgram(small.main, [], settings(more));
const cli = (args: string[], more: Record<string, string> = {}) =>
  runProgram('dist/cli/main.js', args, settings(more));
const connect = (more: Record<string, string> = {}) =>
  cli(['oa:add', '--oa-id', oaId, '--refresh-token', 'x', '--no-check'], more);

/** Starts a bot; it stops when the test is over. */
async function startBot(more: Record<string, string> = {}, file = small.main): Promise<Running> {
  const running = startProgram(file, [], settings({ LOG_LEVEL: 'info', ...more }));
  const ended = running.ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  ended.catch(() => undefined);
  const started = until('it has started', () => running.output().includes('"started"'), patienceMs);
  await Promise.race([started, ended]);
  return running;
}

async function stop({ child, ended }: Running): Promise<Ended> {
  child.kill('SIGTERM');
  return ended;
}

/** Expects exit code 1 and one line for the operator. */
function expectOneLine({ code, stderr, stdout }: Ended, line: RegExp): void {
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect([code, stdout]).toEqual([1, '']);
}

/** Every file below a folder with a digest of its content. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort((a, b) => a.localeCompare(b));
  // The engine writes its own process id there; it is not data.
  const files = names.filter(
    (name) => !name.endsWith('postmaster.pid') && statSync(join(folder, name)).isFile(),
  );
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(files.map((name) => [name, digest(name)]));
}

describe('a port in use', () => {
  let other: Server;
  beforeEach(
    () =>
      new Promise<void>((resolve) => {
        other = createServer().listen(0, () => resolve());
      }),
  );
  afterEach(() => new Promise((resolve) => other.close(resolve)));

  test(
    'is named in one line',
    async () => {
      const { port } = other.address() as { port: number };
      expectOneLine(
        await start({ PORT: String(port) }),
        new RegExp(`^Port ${port} is in use by another program\\. Set PORT`),
      );
    },
    patienceMs,
  );
});

describe('a start', () => {
  test(
    'that is told to stop before it is over stops cleanly',
    async () => {
      const running = startProgram('dist/main.js', [], settings({ LOG_LEVEL: 'info' }));
      await until('it opens its data', () => existsSync(join(dataDir, 'pg')), patienceMs);
      expect(running.output()).not.toContain('"started"');
      const { code, stdout } = await stop(running);
      expect([code, stdout]).toEqual([0, expect.stringContaining('"stopped"')]);
    },
    patienceMs,
  );

  test(
    'closes its data directory to other users of the machine',
    async () => {
      chmodSync(dataDir, 0o755);
      await stop(await startBot());
      await stop(await startBot());
      // The engine gives its newest files other modes, inside a folder that is closed.
      const open = ['.', ...readdirSync(dataDir)].filter(
        (name) => statSync(join(dataDir, name)).mode & 0o077,
      );
      expect(open).toEqual([]);
    },
    patienceMs,
  );

  test(
    'with the model of the build trains nothing',
    async () => {
      const bot = await startBot({}, 'dist/main.js');
      const { stdout } = await stop(bot);
      expect(stdout).not.toMatch(/learned|model/);
    },
    patienceMs,
  );

  test(
    'without a model answers at once, trains meanwhile, and has the model at the next start',
    async () => {
      const first = await startBot();
      await until('it says so', () => first.output().includes('no trained model was found'), patienceMs);
      expect(first.output()).not.toContain('has been learned');
      await until('it has learned', () => first.output().includes('has been learned'), patienceMs);
      await stop(first);
      const { stdout } = await stop(await startBot());
      expect(stdout).not.toMatch(/learned|model/);
    },
    patienceMs,
  );

  test(
    'ends at once on SIGTERM while it trains',
    async () => {
      const bot = await startBot();
      await until('it learns', () => bot.output().includes('no trained model was found'), patienceMs);
      const { code, stderr } = await stop(bot);
      expect([code, stderr, existsSync(join(dataDir, 'classifier'))]).toEqual([0, '', false]);
    },
    patienceMs,
  );
});

test(
  'a start on a data directory in use names the other process in one line, and leaves it running',
  async () => {
    const first = await startBot();
    expectOneLine(await start(), new RegExp(`${dataDir} is in use by process ${first.child.pid}\\.`));
    expect(first.child.exitCode).toBeNull();
    const { code, stderr } = await stop(first);
    expect([code, stderr]).toEqual([0, '']);
  },
  patienceMs,
);

test(
  'a start on a data directory that is a file names it in one line',
  async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, 'something');
    expectOneLine(await start({ DATA_DIR: file }), /there is a file of that name\. Set another DATA_DIR/);
    expect(readFileSync(file, 'utf8')).toBe('something');
  },
  patienceMs,
);

describe('a damaged data directory', () => {
  let whole: string;
  beforeAll(async () => {
    whole = mkdtempSync(join(tmpdir(), 'cau-noi-whole-'));
    expect((await connect({ DATA_DIR: whole })).code).toBe(0);
  }, patienceMs);
  afterAll(() => rmSync(whole, { recursive: true }));
  beforeEach(() => cpSync(whole, dataDir, { recursive: true }));

  test.each([
    [
      'without its database folder',
      (pg: string) => rmSync(pg, { recursive: true }),
      /pg is gone or empty, and there was one/,
    ],
    [
      'without its version file',
      (pg: string) => rmSync(join(pg, 'PG_VERSION')),
      /holds no complete database/,
    ],
    [
      'of another version',
      (pg: string) => writeFileSync(join(pg, 'PG_VERSION'), '12\n'),
      /was made by PostgreSQL 12/,
    ],
    [
      'with an empty control file',
      (pg: string) => truncateSync(join(pg, 'global/pg_control')),
      /damaged; nothing was overwritten/,
    ],
    [
      'with nonsense in its control file',
      (pg: string) => writeFileSync(join(pg, 'global/pg_control'), 'x'.repeat(8192)),
      /damaged; nothing was overwritten/,
    ],
    [
      'without its log',
      (pg: string) => rmSync(join(pg, 'pg_wal'), { recursive: true }),
      /damaged; nothing was overwritten/,
    ],
  ])(
    '%s is named in one line, and left as it is',
    async (_what, damage, line) => {
      damage(join(dataDir, 'pg'));
      const before = contentOf(dataDir);
      expectOneLine(await start(), line);
      expect(contentOf(dataDir)).toEqual(before);
    },
    patienceMs,
  );
});

/** Why this machine cannot mount a file system for a test; undefined when it can. */
function whyNoMount(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root';
  const folder = mkdtempSync(join(tmpdir(), 'cau-noi-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? undefined : 'mount is refused here';
}

const why = whyNoMount();
const describeMounted = why ? describe.skip : describe;

describeMounted(`a disk${why ? ` (${why})` : ''}`, () => {
  const mount = (...options: string[]) => {
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', dataDir]).status).toBe(0);
  };
  const remount = (options: string) => spawnSync('mount', ['-o', `remount,${options}`, dataDir]);
  afterEach(() => {
    spawnSync('umount', [dataDir]);
  });

  test(
    'an unwritable data directory is named in one line',
    async () => {
      mount('ro');
      expectOneLine(
        await start(),
        /it cannot be written\. Check its owner and permissions, or set another DATA_DIR/,
      );
    },
    patienceMs,
  );

  test(
    'a disk that is full from the start is named in one line, and no partial data is left',
    async () => {
      mount('size=4m');
      expectOneLine(await start(), /the disk is full\. Free some space and start again/);
      expect(readdirSync(dataDir).filter((name) => /lock|pg/.test(name))).toEqual([]);
      remount('size=300m');
      const bot = await startBot();
      expect((await stop(bot)).code).toBe(0);
    },
    patienceMs,
  );

  test(
    'a disk that fills up is named in one line, and the data is complete once there is room',
    async () => {
      mount('size=300m');
      expect((await connect()).code).toBe(0);
      const filler = join(dataDir, 'filler');
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']);
      expect(existsSync(filler)).toBe(true);
      expectOneLine(await start(), /the disk is full\. Free some space and start again/);
      rmSync(filler);
      const { code, stdout } = await cli(['oa:list']);
      expect([code, stdout]).toEqual([0, expect.stringContaining(oaId)]);
    },
    patienceMs,
  );
});

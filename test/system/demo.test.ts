import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../helpers/free-port.ts';
import { modelFolder } from '../helpers/model-folder.ts';
import { until } from '../helpers/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the demo says while it trains. */
const learning = /học các câu hỏi mẫu/;

interface RunResult {
  exitCode: number | null;
  output: string;
  complaint: string;
}

describe('npm run demo', () => {
  let folder: string;
  let environment: Record<string, string>;
  let phone: string;
  let running: ChildProcess | undefined;
  let screen: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cau-noi-demo-'));
    // Training takes both cores for a minute, so only the test about it goes without a model.
    await cp(modelFolder, join(folder, 'demo/classifier'), { recursive: true });
    const [port, simulatorPort] = [await findFreePort(), await findFreePort()];
    phone = `http://localhost:${simulatorPort}`;
    const { PATH = '', HOME = '' } = process.env;
    environment = {
      PATH,
      HOME,
      LANG: 'vi_VN.UTF-8',
      DATA_DIR: join(folder, 'demo'),
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
    };
  });

  afterEach(async () => {
    await end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function start(...args: string[]): Promise<void> {
    screen = '';
    running = spawn('npx', ['tsx', 'tools/demo/main.ts', ...args], {
      cwd: root,
      env: environment,
      detached: true,
    });
    for (const stream of [running.stdout, running.stderr]) {
      stream?.on('data', (chunk) => {
        screen += chunk;
      });
    }
    await until(`the demo is up:\n${screen}`, () => screen.includes('Ctrl-C'), 120_000);
  }

  /** Ends the whole process group: npx, tsx and the demo itself. */
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = running;
    running = undefined;
    if (!ending?.pid || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    process.kill(-ending.pid, signal);
    await ended;
    await until('its port is free', async () => !(await isUp()), 30_000);
  }

  async function isUp(): Promise<boolean> {
    return fetch(`${phone}/sim/state`).then(
      () => true,
      () => false,
    );
  }

  async function run(file: string, args: string[], more: Record<string, string> = {}): Promise<RunResult> {
    const child = spawn('npx', ['tsx', file, ...args], { cwd: root, env: { ...environment, ...more } });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const [exitCode] = await once(child, 'close');
    return { exitCode, output, complaint };
  }

  async function call(method: string, path: string, body?: object) {
    const response = await fetch(`${phone}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as { userId: string; messages: { from: string; text: string }[] };
  }

  async function spokenWith(userId: string) {
    return (await call('GET', `/sim/users/${userId}/messages`)).messages;
  }

  async function ask(userId: string, text: string): Promise<string> {
    const before = (await spokenWith(userId)).filter(({ from }) => from === 'oa').length;
    await call('POST', `/sim/users/${userId}/messages`, { text });
    let answers: { text: string }[] = [];
    await until(
      `"${text}" is answered`,
      async () => {
        answers = (await spokenWith(userId)).filter(({ from }) => from === 'oa');
        return answers.length > before;
      },
      20_000,
    );
    return answers.at(-1)?.text ?? '';
  }

  test('the demo answers at once, shows no warning, and keeps the conversation over a kill and a clean stop', async () => {
    await start();
    expect(screen).toContain(phone);
    expect(screen).not.toMatch(/warn|error|"level":[456]0/i);
    const { userId } = await call('POST', '/sim/users', { name: 'Bà Lan' });
    expect(await ask(userId, 'quen mat khau etax')).toContain('VNeID');
    await until('the platform has saved itself', () => existsSync(join(folder, 'demo/zalo/simulator.json')));
    const before = await spokenWith(userId);

    await new Promise((resolve) => setTimeout(resolve, 500));
    await end('SIGKILL');
    await start();
    expect((await spokenWith(userId)).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    // The bot remembers too: it goes step by step through the answer from before the kill.
    await call('POST', `/sim/users/${userId}/taps`, { payload: '#Từng bước một' });
    await until(
      'the first step',
      async () => (await spokenWith(userId)).at(-1)?.text.startsWith('Bước 1') ?? false,
    );

    await end('SIGINT');
    expect(screen).toContain('Đã dừng');
  });

  test('the commands reach the demo while it runs and while it is stopped', async () => {
    await start();
    const whileRunning = await run('src/cli/main.ts', ['oa:list', '--json']);
    await end('SIGINT');
    const whileStopped = await run('src/cli/main.ts', ['oa:list', '--json']);
    const names = ({ output }: RunResult) =>
      (JSON.parse(output) as { name: string }[]).map(({ name }) => name);
    expect(names(whileRunning)).toHaveLength(2);
    expect(names(whileStopped)).toEqual(names(whileRunning));
  });

  test('--reset starts the demo from scratch and keeps what was learned', async () => {
    await start();
    const before = await call('POST', '/sim/users', { name: 'Bà Lan' });
    await end('SIGINT');
    await start('--reset');
    expect((await fetch(`${phone}/sim/users/${before.userId}/messages`)).status).toBe(404);
    expect(screen).not.toMatch(learning);
    const { userId } = await call('POST', '/sim/users', { name: 'Anh Hùng' });
    expect(await ask(userId, 'cho gap can bo')).toContain('101');
    await end('SIGINT');
  });

  test('without a model the demo says that it is learning', async () => {
    await rm(join(folder, 'demo/classifier'), { recursive: true });
    await start();
    await until('it says so', () => learning.test(screen));
  });

  test('the demo refuses to run in production, to reset a foreign folder, and to share a port', async () => {
    const production = await run('tools/demo/main.ts', [], { NODE_ENV: 'production' });
    expect(production).toMatchObject({
      exitCode: 1,
      complaint: expect.stringContaining('NODE_ENV=production'),
    });

    const foreign = await run('tools/demo/main.ts', ['--reset'], { DATA_DIR: root });
    expect(foreign.exitCode).toBe(1);
    expect(existsSync(join(root, 'package.json'))).toBe(true);

    await start();
    const second = await run('tools/demo/main.ts', [], { DATA_DIR: join(folder, 'other') });
    expect(second.exitCode).toBe(1);
    expect(second.complaint).toContain(environment.SIMULATOR_PORT);
    await end('SIGINT');
  });
});

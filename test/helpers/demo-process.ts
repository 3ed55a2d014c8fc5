import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { modelFolder } from './model-folder.ts';
import { type Ended, type Running, runProgram, startProgram } from './run-program.ts';
import { until } from './until.ts';

/** What the demo says while it trains. */
export const learning = /học các câu hỏi mẫu/;

/** What `npm run demo` runs. */
export const demoProgram = 'tools/demo/main.ts';

const patienceMs = 120_000;

interface Said {
  from: string;
  text: string;
}

/** A demo in a folder of its own, started and ended as often as a test likes. */
export interface DemoProcess {
  folder: string;
  phone: string;
  simulatorPort: string;
  /** Everything that the demo has printed since it was last started. */
  screen(): string;
  /** Starts the demo and waits until it is up. */
  start(...args: string[]): Promise<void>;
  /** Sends a signal and waits until the demo is over. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Runs a program with the settings of the demo until it exits. */
  run(file: string, args: string[], more?: Record<string, string>): Promise<Ended>;
  addResident(name: string): Promise<string>;
  spokenWith(userId: string): Promise<Said[]>;
  /** Sends a message and waits for the answer. */
  ask(userId: string, text: string): Promise<string>;
  tap(userId: string, payload: string): Promise<void>;
  remove(): Promise<void>;
}

/** @param withModel without one the demo trains, which takes both cores for a minute */
export async function createDemoProcess({ withModel = true } = {}): Promise<DemoProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'cau-noi-demo-'));
  if (withModel) await cp(modelFolder, join(folder, 'demo/classifier'), { recursive: true });
  const [port, simulatorPort] = [String(await findFreePort()), String(await findFreePort())];
  const phone = `http://localhost:${simulatorPort}`;
  const settings = {
    LANG: 'vi_VN.UTF-8',
    DATA_DIR: join(folder, 'demo'),
    PORT: port,
    SIMULATOR_PORT: simulatorPort,
  };
  let running: Running | undefined;
  let printed = '';

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${phone}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  async function spokenWith(userId: string): Promise<Said[]> {
    const { messages } = (await call('GET', `/sim/users/${userId}/messages`)) as { messages: Said[] };
    return messages;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = running;
    running = undefined;
    if (!ending || ending.child.exitCode !== null) return;
    ending.child.kill(signal);
    await ending.ended;
  }

  return {
    folder,
    phone,
    simulatorPort,
    screen: () => printed,
    end,
    spokenWith,
    async start(...args) {
      const started = startProgram(demoProgram, args, settings);
      running = started;
      printed = '';
      for (const stream of [started.child.stdout, started.child.stderr]) {
        stream?.on('data', (chunk) => {
          printed += chunk;
        });
      }
      await until('the demo is up', () => printed.includes('Ctrl-C'), patienceMs);
    },
    run: (file, args, more) => runProgram(file, args, { ...settings, ...more }),
    async addResident(name) {
      const { userId } = (await call('POST', '/sim/users', { name })) as { userId: string };
      return userId;
    },
    async ask(userId, text) {
      const answers = async () => (await spokenWith(userId)).filter(({ from }) => from === 'oa');
      const before = (await answers()).length;
      await call('POST', `/sim/users/${userId}/messages`, { text });
      await until(`"${text}" is answered`, async () => (await answers()).length > before, patienceMs);
      return (await answers()).at(-1)?.text ?? '';
    },
    async tap(userId, payload) {
      await call('POST', `/sim/users/${userId}/taps`, { payload });
    },
    async remove() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

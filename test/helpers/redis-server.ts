import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';
import { until } from './until.ts';

export interface ServerUnderTest {
  url: string;
  start(): Promise<void>;
  /** Kills the server at once, like a crash; its data stays for the next start. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export const redisInstallLine = 'apt-get install -y redis-server';

export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A started Redis in a temporary folder. */
export async function startRedis(): Promise<ServerUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const port = await findFreePort();
  let running: ChildProcess | undefined;

  const server: ServerUnderTest = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const options = [
        '--port',
        `${port}`,
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--save',
        '',
        '--appendonly',
        'yes',
      ];
      running = spawn('redis-server', options, { stdio: 'ignore' });
      await until('Redis listens', () => isListening(port));
    },
    async stop() {
      const process = running;
      running = undefined;
      if (!process || process.exitCode !== null) return;
      process.kill('SIGKILL');
      await once(process, 'exit');
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

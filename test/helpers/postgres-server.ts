import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.ts';
import type { ServerUnderTest } from './redis-server.ts';

const run = promisify(execFile);
const versionsFolder = '/usr/lib/postgresql';

export const postgresInstallLine = 'apt-get install -y postgresql';

export function hasPostgres(): boolean {
  return findBinaries() !== undefined;
}

/**
 * A started PostgreSQL in a temporary folder, run as `postgres` when the test runs as root.
 * @param options.durable waits for the disk as a real server does; tests need not survive a loss of power
 */
export async function startPostgres({ durable = false } = {}): Promise<ServerUnderTest> {
  const binaries = findBinaries();
  if (!binaries) throw new Error(`PostgreSQL is not installed: ${postgresInstallLine}`);
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  await chmod(folder, 0o700);
  if (isRoot()) await chown(folder, await idOf('-u'), await idOf('-g'));
  const data = join(folder, 'data');
  const port = await findFreePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=${durable ? 'on' : 'off'}`;
  const call = (program: string, ...args: string[]) => runAsPostgres(join(binaries, program), args);
  let isRunning = false;

  const server: ServerUnderTest = {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async start() {
      await call('pg_ctl', '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start');
      isRunning = true;
    },
    async stop() {
      if (isRunning) await call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      isRunning = false;
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
  await server.start();
  return server;
}

function findBinaries(): string | undefined {
  try {
    const newest = readdirSync(versionsFolder).sort((a, b) => Number(b) - Number(a))[0];
    return newest && join(versionsFolder, newest, 'bin');
  } catch {
    return undefined;
  }
}

async function runAsPostgres(program: string, args: string[]): Promise<void> {
  if (isRoot()) await run('runuser', ['-u', 'postgres', '--', program, ...args], { cwd: tmpdir() });
  else await run(program, args);
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

async function idOf(kind: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [kind, 'postgres'])).stdout);
}

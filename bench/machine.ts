import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** The machine and the versions behind the figures. */
export interface Surroundings {
  machine: string;
  versions: Record<string, string>;
  /** With `+` when the working tree differs from the commit. */
  commit: string;
  /** Load before the run: running programs per CPU over the last minute. */
  loadPerCpu: number;
}

export function readSurroundings(): Surroundings {
  return {
    machine: describeMachine(),
    versions: readVersions(),
    commit: readCommit(),
    loadPerCpu: (loadavg()[0] ?? 0) / cpus().length,
  };
}

function describeMachine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${memory}, ${platform()} ${release()}`;
}

function readVersions(): Record<string, string> {
  const packages = ['express', 'pg', '@electric-sql/pglite', 'bullmq', 'ioredis'];
  const servers: [string, string][] = [
    ['postgresql', versionOf('psql', '--version')],
    ['redis', versionOf('redis-server', '--version')],
  ];
  return {
    node: process.version,
    ...Object.fromEntries(packages.map((name) => [name, packageVersion(name)])),
    ...Object.fromEntries(servers.filter(([, version]) => version)),
  };
}

function readCommit(): string {
  const commit = output('git', ['rev-parse', '--short', 'HEAD']);
  const isChanged = output('git', ['status', '--porcelain', '--', 'src']) !== '';
  return `${commit || 'unknown'}${isChanged ? '+' : ''}`;
}

function packageVersion(name: string): string {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

function versionOf(program: string, argument: string): string {
  return /\d+(?:\.\d+)+/.exec(output(program, [argument]))?.[0] ?? '';
}

function output(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

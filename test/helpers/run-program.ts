import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** What the program has written to stdout so far. */
  output(): string;
  ended: Promise<Ended>;
}

/**
 * Starts a program of this project in its own process, with only the settings in its environment.
 * @param file the built program, such as `dist/main.js`, or a source file
 */
export function startProgram(file: string, args: string[], settings: Record<string, string>): Running {
  const { PATH = '', HOME = '' } = process.env;
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file, ...args], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }));
  return { child, output: () => stdout, ended };
}

/** Runs a program of this project until it exits. */
export function runProgram(file: string, args: string[], settings: Record<string, string>): Promise<Ended> {
  return startProgram(file, args, settings).ended;
}

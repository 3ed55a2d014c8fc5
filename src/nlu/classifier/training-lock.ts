import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Whoever trains is done long before. */
const longestWaitMs = 60_000;
const lookAgainMs = 200;

/**
 * Lets one process train a model at a time, so that several that start at once do not all do the same work: the others
 * wait until the file is there, or the one that trains is gone.
 * @param read finds the file, once it is there
 * @returns the model that another process has trained meanwhile, or undefined when it is this one's turn
 */
export async function awaitTrainingLock<T>(file: string, read: () => T | undefined): Promise<T | undefined> {
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookAgainMs) {
    const known = read();
    if (known || takeTurn(file)) return known;
    await delay(lookAgainMs);
  }
  return undefined;
}

export function releaseTrainingLock(file: string): void {
  try {
    rmSync(lockOf(file), { force: true });
  } catch {
    // Where nothing can be written there was no lock.
  }
}

function takeTurn(file: string): boolean {
  const lock = lockOf(file);
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return true;
    if (isHeld(lock)) return false;
    rmSync(lock, { force: true });
    return takeTurn(file);
  }
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder === process.pid) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function lockOf(file: string): string {
  return `${file}.training`;
}

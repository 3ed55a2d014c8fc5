import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf, OperatorError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

export interface DataDirectoryLock {
  release(): void;
}

const fileName = 'cau-noi.lock';

/**
 * Makes this process the only user of the data directory, and creates the directory when it is missing. The embedded
 * database has no lock of its own: two processes that open one folder both write.
 * @throws OperatorError when another process has the lock, or when the folder is not writable
 */
export function lockDataDirectory(dataDir: string, logger: Logger): DataDirectoryLock {
  const folder = path.resolve(dataDir);
  const lockFile = path.join(folder, fileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    while (!tryCreate(lockFile)) removeIfDead(lockFile, logger);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`Cannot use the data directory ${folder}: ${reasonOf(error)}`);
  }
  return {
    release() {
      const holder = readLock(lockFile);
      if (holder && holder.pid === process.pid) rmSync(lockFile, { force: true });
    },
  };
}

/** The file appears with its content, because another process may read it at any moment. */
function tryCreate(lockFile: string): boolean {
  const draft = `${lockFile}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfDead(lockFile: string, logger: Logger): void {
  const holder = readLock(lockFile);
  if (holder && isAlive(holder)) {
    throw new OperatorError(
      `The data directory ${path.dirname(lockFile)} is in use by process ${holder.pid}. Stop that process first, or set another DATA_DIR.`,
    );
  }
  moveAside(lockFile, holder);
  logger.warn({ pid: holder?.pid }, 'took over the data directory from a process that is gone');
}

/** Only one of several processes that found the same dead lock succeeds in moving it. Puts a fresh lock back. */
function moveAside(lockFile: string, dead: ProcessIdentity | undefined): void {
  const moved = `${lockFile}.${randomUUID()}`;
  try {
    renameSync(lockFile, moved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const found = readLock(moved);
  if (found && (found.pid !== dead?.pid || found.birth !== dead.birth)) linkSync(moved, lockFile);
  rmSync(moved, { force: true });
}

function readLock(lockFile: string): ProcessIdentity | undefined {
  try {
    const { pid, birth } = JSON.parse(readFileSync(lockFile, 'utf8'));
    return typeof pid === 'number'
      ? { pid, birth: typeof birth === 'string' ? birth : undefined }
      : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full. Free some space and start again.';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return 'it cannot be written. Check its owner and permissions, or set another DATA_DIR.';
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'there is a file of that name. Set another DATA_DIR.';
  return `${messageOf(error)}.`;
}

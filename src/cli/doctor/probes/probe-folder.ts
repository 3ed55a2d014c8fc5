import { constants } from 'node:fs';
import { access, lstat, readdir, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DataFolder } from '../facts.ts';

const othersMask = 0o077;

/** Looks at DATA_DIR, or at the nearest folder above it while it does not exist. Changes nothing. */
export async function probeFolder(dataDir: string): Promise<DataFolder> {
  const path = resolve(dataDir);
  const existing = await nearestFolder(path);
  const { bavail, bsize } = await statfs(existing);
  return {
    path,
    freeBytes: bavail * bsize,
    exists: existing === path,
    isWritable: await isWritable(existing),
    othersMayRead: existing === path && (await isOpenToOthers(path)),
  };
}

/** Whether other users of the machine may read a file; undefined when there is none. */
export async function isReadableByOthers(file: string): Promise<boolean | undefined> {
  const status = await lstat(file).catch(() => undefined);
  return status && process.platform !== 'win32' ? (status.mode & othersMask) !== 0 : undefined;
}

async function nearestFolder(path: string): Promise<string> {
  const status = await lstat(path).catch(() => undefined);
  return status || dirname(path) === path ? path : nearestFolder(dirname(path));
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** A closed folder closes what is below it, so only its own entries count where it is open. */
async function isOpenToOthers(folder: string): Promise<boolean> {
  if ((await isReadableByOthers(folder)) !== true) return false;
  const names = await readdir(folder).catch(() => []);
  const open = await Promise.all(names.map((name) => isReadableByOthers(join(folder, name))));
  return names.length === 0 || open.includes(true);
}

import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../errors.ts';
import type { Logger } from '../../logger.ts';

const folderMode = 0o700;
const fileMode = 0o600;
const othersMask = 0o077;

/**
 * Takes from other users of the machine the right to read a folder and all below it: earlier versions left it to them.
 * Does nothing on Windows, where a folder has no such modes.
 */
export function makePrivate(folder: string, logger: Logger): void {
  if (process.platform === 'win32') return;
  try {
    closeTo(folder);
  } catch (error) {
    const reason = messageOf(error);
    logger.warn({ reason }, 'other users of this machine may read DATA_DIR: give it modes 700 and 600');
  }
}

function closeTo(place: string): void {
  const status = lstatSync(place);
  if (status.isSymbolicLink()) return;
  const isFolder = status.isDirectory();
  if (status.mode & othersMask) chmodSync(place, isFolder ? folderMode : fileMode);
  if (isFolder) for (const name of readdirSync(place)) closeTo(path.join(place, name));
}

import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where new lines go. All processes on this folder share it. */
const activeName = 'spool.ndjson';
/** Lines that could not be replayed; kept for a person to look at. */
export const rejectedName = 'spool-rejected.ndjson';
const claimedForm = /^spool-\d+-[0-9a-f]+\.ndjson$/;

/**
 * Appends lines and returns once they are on the disk. A line begins and ends with a line feed, so that an earlier torn
 * write (a crash, a full disk) does not damage it.
 *
 * Another process may claim the file for draining at any moment, and misses what is written after it has read the end.
 * So the name is checked after the write: when it no longer points to this file, the lines are written again. A line
 * may then be replayed twice; its unique key removes the duplicate.
 */
export async function appendLines(folder: string, lines: string[], name = activeName): Promise<void> {
  const path = join(folder, name);
  const bytes = Buffer.from(`\n${lines.join('\n')}\n`);
  await mkdir(folder, { recursive: true });
  for (;;) {
    const file = await open(path, 'a', 0o600);
    try {
      const { ino, size } = await file.stat();
      await file.writeFile(bytes);
      await file.datasync();
      if (size === 0) await syncFolder(folder);
      if ((await stat(path).catch(() => undefined))?.ino === ino) return;
    } finally {
      await file.close();
    }
  }
}

/**
 * Moves all spooled lines so far out of the writers' way.
 * @param label digits and hex: when it was claimed and by which process, e.g. `1790131261007-a1b2c3`
 * @returns the paths of all claimed files, including those of a process that died while draining, oldest first
 */
export async function claimFiles(folder: string, label: string): Promise<string[]> {
  try {
    await rename(join(folder, activeName), join(folder, `spool-${label}.ndjson`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const names = await spoolNames(folder);
  return names
    .filter((name) => claimedForm.test(name))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/** @returns the number of bytes that wait to be replayed */
export async function waitingBytes(folder: string): Promise<number> {
  const names = (await spoolNames(folder)).filter((name) => name === activeName || claimedForm.test(name));
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function spoolNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.startsWith('spool'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes a new name in the folder durable. Windows cannot do this and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

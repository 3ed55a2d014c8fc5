import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where new lines go. Shared by every process that has this folder. */
const activeName = 'spool.ndjson';
/** What could not be replayed; kept for a person to look at. */
export const rejectedName = 'spool-rejected.ndjson';
const claimedForm = /^spool-\d+-[0-9a-f]+\.ndjson$/;

/**
 * Appends lines and returns once they are on the disk. A line begins and ends with a line feed, so that a torn
 * write before it (a crash, a full disk) spoils nothing of it.
 *
 * Another process may claim the file for draining at any moment, and would not see what is written after it
 * has read the end. So the name is looked at again after the write: when it is no longer this file, the lines
 * are written once more. A line may then be replayed twice, which its unique key makes one.
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
 * Takes what has been spooled so far out of the writers' way.
 * @param label digits and hex: when it was claimed and by whom, e.g. `1790131261007-a1b2c3`
 * @returns the paths of all claimed files, also of a process that died while draining, oldest first
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

/** Bytes that wait to be replayed. */
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

/** Makes a new name in the folder durable. Windows cannot and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

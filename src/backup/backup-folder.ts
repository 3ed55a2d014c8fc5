import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** One backup in its folder. */
export interface BackupEntry {
  name: string;
  /** When it was begun, epoch ms. */
  at: number;
}

/** The list of erasures, beside the backups. */
export const erasureListName = 'erasures.list';

/** `cau-noi-20261201T083000Z.backup`: names sort by time. */
export function backupName(at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  return `cau-noi-${stamp}.backup`;
}

/** The complete backups of a folder, oldest first; none when the folder does not exist. */
export async function listBackups(folder: string): Promise<BackupEntry[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const at = timeIn(name);
      return at === undefined ? [] : [{ name, at }];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Removes all but the newest `keep` backups. @returns the names of those removed */
export async function removeOldBackups(folder: string, keep: number): Promise<string[]> {
  const old = (await listBackups(folder)).slice(0, -keep);
  for (const { name } of old) await rm(join(folder, name));
  return old.map(({ name }) => name);
}

function timeIn(name: string): number | undefined {
  const found = /^cau-noi-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/.exec(name);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}

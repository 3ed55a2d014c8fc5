import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { erasureListName, listBackups } from '../../../backup/backup-folder.ts';
import type { BackupFacts } from '../facts.ts';

export async function probeBackups(folder: string): Promise<BackupFacts> {
  const entries = await listBackups(folder);
  return {
    newestAt: entries.at(-1)?.at,
    copies: entries.length,
    listsErasures: existsSync(join(folder, erasureListName)),
  };
}

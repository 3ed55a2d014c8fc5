import { linkSync, rmSync } from 'node:fs';

/**
 * Gives a draft its final name, unless another process was faster: a file that somebody may be reading is never
 * replaced. The draft is gone afterwards.
 * @throws Error if the draft cannot be given the name
 */
export function keepFirstFile(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const cache = 'node_modules/.cache/cau-noi';

/**
 * Does a piece of work unless the digest of what it reads and makes is the one that the last time left in the cache.
 * @param {string} name of the note
 * @param {() => string} digest of all that the work reads and makes
 * @param {() => void} work
 */
export function doUnlessNoted(name, digest, work) {
  const note = join(cache, name);
  if (existsSync(note) && readFileSync(note, 'utf8') === digest()) return;
  work();
  writeFileSync(note, digest());
}

/** A digest of the names and the content of files. */
export function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** All files below a folder, in order; none when there is no such folder. */
export function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

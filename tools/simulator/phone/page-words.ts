import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Words by dotted key are looked up by the page itself; lists and choices stay as they stand in the file. */
export type PageWords = Record<string, unknown>;

/**
 * Reads `vi/simulator.yaml`: the phone is a Vietnamese one.
 * @param folder the locales of the installation
 */
export function readPageWords(folder: string): PageWords {
  const text = readFileSync(join(folder, 'vi', 'simulator.yaml'), 'utf8');
  return z.record(z.string(), z.unknown()).parse(parse(text));
}

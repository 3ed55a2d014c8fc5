import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The page looks texts up by dotted key; lists and choices stay as in the file. */
export type PageWords = Record<string, unknown>;

/**
 * Reads `vi/simulator.yaml`: the phone is in Vietnamese.
 * @param folder the locales of the installation
 */
export function readPageWords(folder: string): PageWords {
  const text = readFileSync(join(folder, 'vi', 'simulator.yaml'), 'utf8');
  return z.record(z.string(), z.unknown()).parse(parse(text));
}

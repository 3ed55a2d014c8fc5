import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandParts } from '../command-parts.ts';

interface Sheets {
  html: string;
  out: string;
  count: number;
  /** How long each code is valid. */
  days: number;
}

/** Writes invitations into a file that only its owner can read: the codes are in it. */
export async function saveSheets(
  { write, folder = '' }: CommandParts,
  { html, out, count, days }: Sheets,
): Promise<void> {
  const file = resolve(folder, out);
  await writeFile(file, html, { mode: 0o600 });
  write(`${count} sheets are in ${file}. Print them; each code works once, for ${days} days.\n`);
}

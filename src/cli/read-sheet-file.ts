import { readFile } from 'node:fs/promises';
import { messageOf, OperatorError } from '../errors.ts';
import { readSheet } from '../team/import/read-sheet.ts';
import type { Sheet } from '../team/import/sheet.ts';

/** Reads a list saved by a spreadsheet. @throws OperatorError when there is no such file */
export async function readSheetFile(path: string): Promise<Sheet> {
  return readSheet(await read(path));
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new OperatorError(`Cannot read ${path} (${messageOf(error)}).`);
  }
}

import { readFile } from 'node:fs/promises';
import { messageOf, OperatorError } from '../errors.ts';

const maxBytes = 5_000_000;

/**
 * Reads a text file saved by a spreadsheet: UTF-8, or UTF-16 ("Unicode text").
 * @throws OperatorError when the file is unreadable, a workbook, too large, or in another encoding
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await read(path);
  if (bytes.length > maxBytes) throw new OperatorError(`${path} is too large for a list (over 5 MB).`);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    throw new OperatorError(`${path} is a workbook. Save it as "CSV UTF-8" and give that file.`);
  }
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new OperatorError(`${path} is not UTF-8. Save it as "CSV UTF-8" and give that file.`);
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new OperatorError(`Cannot read ${path} (${messageOf(error)}).`);
  }
}

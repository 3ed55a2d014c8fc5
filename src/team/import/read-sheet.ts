import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';
import { faultySheet, type Sheet } from './sheet.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

/** A list of 10,000 members has less than 1 MB. */
const maxSheetBytes = 5_000_000;

/** Reads the bytes of a workbook (.xlsx) or of a text file with separated values, told apart by how they begin. */
export async function readSheet(bytes: Buffer): Promise<Sheet> {
  if (bytes.length > maxSheetBytes) {
    return faultySheet({ line: 0, kind: 'file-too-large', values: { most: maxSheetBytes / 1_000_000 } });
  }
  const begin = bytes.subarray(0, 4).toString('latin1');
  if (begin.startsWith('PK')) return readWorkbook(bytes);
  // How .xls files begin, and workbooks with a password.
  if (begin === '\u00d0\u00cf\u0011\u00e0') return faultySheet({ line: 0, kind: 'old-workbook' });
  const decoded = decodeText(bytes);
  if (!decoded) return faultySheet({ line: 0, kind: 'unknown-encoding' });
  const { records, faults } = readCsv(decoded.text);
  return { records, faults, notes: decoded.isGuessed ? [{ line: 0, kind: 'guessed-encoding' }] : [] };
}

import { faultySheet, isMeant, type Sheet } from '../sheet.ts';
import { findSheet } from './find-sheet.ts';
import { readRows } from './read-rows.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readDateStyles } from './read-styles.ts';
import { unzipParts, WorkbookError } from './unzip-parts.ts';

const emptyXml = '<none/>';

/** Reads the first visible sheet of a workbook (.xlsx); numbers and days as people would write them. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet> {
  try {
    const parts = await unzipParts(bytes);
    const { xml, name, others, from1904 } = findSheet(parts);
    const { records, faults } = readRows(xml, {
      strings: readSharedStrings(parts.get('xl/sharedStrings.xml') ?? emptyXml),
      isDate: readDateStyles(parts.get('xl/styles.xml') ?? emptyXml),
      from1904,
    });
    const notes: Sheet['notes'] = others > 0 ? [{ line: 0, kind: 'other-sheets', values: { name } }] : [];
    return { records: records.filter(isMeant), faults, notes };
  } catch (error) {
    if (error instanceof WorkbookError) return faultySheet({ line: 0, kind: error.kind });
    throw error;
  }
}

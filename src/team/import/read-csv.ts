import type { ImportFault } from './import-plan.ts';

export interface CsvRecord {
  /** Where it begins, counted from 1. */
  line: number;
  cells: string[];
}

export interface CsvReading {
  records: CsvRecord[];
  faults: ImportFault[];
}

const byteOrderMark = '\uFEFF';
const separators = [',', ';', '\t'];
const lineEnd = /\r\n|\r|\n/g;

/**
 * Reads comma-separated values (RFC 4180) as spreadsheets write them: with a byte order mark, a `sep=` line, `;` or tabs
 * instead of commas, any line ends. Empty records, and those whose first cell begins with `#`, are left out.
 */
export function readCsv(text: string): CsvReading {
  const { body, firstLine, separator } = readOpening(text);
  const { records, faults } = readRecords(body, { firstLine, separator });
  const isMeant = ({ cells }: CsvRecord) => cells.some((cell) => cell !== '') && !cells[0]?.startsWith('#');
  return { records: records.filter(isMeant), faults };
}

function readOpening(text: string): { body: string; firstLine: number; separator: string } {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const named = /^sep=(.)(?:\r\n|\r|\n)/.exec(body);
  if (named) return { body: body.slice(named[0].length), firstLine: 2, separator: named[1] as string };
  return { body, firstLine: 1, separator: commonestSeparator(body) };
}

/** The one that stands most often in the first line that says something, outside quotes. */
function commonestSeparator(body: string): string {
  const heads = (body.split(lineEnd).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counts = separators.map((one) => heads.split(one).length);
  return separators[counts.indexOf(Math.max(...counts))] as string;
}

function readRecords(
  body: string,
  { firstLine, separator }: { firstLine: number; separator: string },
): CsvReading {
  const records: CsvRecord[] = [];
  const faults: ImportFault[] = [];
  const cellPattern = patternOfCell(separator);
  let line = firstLine;
  let record: CsvRecord = { line, cells: [] };
  while (cellPattern.lastIndex < body.length || record.cells.length > 0) {
    const [whole = '', quoted, bare = '', end = ''] = cellPattern.exec(body) ?? [];
    if (quoted === undefined && bare.trimStart().startsWith('"')) faults.push({ line, kind: 'bad-quotes' });
    record.cells.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    line += whole.match(lineEnd)?.length ?? 0;
    if (end === separator) continue;
    records.push(record);
    record = { line, cells: [] };
  }
  return { records, faults };
}

/** One cell and what ends it. A quote that is never closed, or closed too early, falls to the bare kind. */
function patternOfCell(separator: string): RegExp {
  const mark = separator.replace(/[^\w\s]/g, '\\$&');
  return new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`, 'y');
}

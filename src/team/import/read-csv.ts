import { parse } from 'csv-parse/sync';
import type { ImportFault } from './import-plan.ts';
import { isMeant, type Sheet, type SheetRecord } from './sheet.ts';

type CsvReading = Pick<Sheet, 'records' | 'faults'>;

/** With the option `raw`: a record and its source text with the line end. */
interface ParsedRecord {
  raw: string;
  record: string[];
}

const byteOrderMark = '\uFEFF';
const separators = [',', ';', '\t'];
const lineEnd = /\r\n|\r|\n/g;

/**
 * Reads comma-separated values (RFC 4180) as spreadsheets write them: with a byte order mark, a `sep=` line, `;` or
 * tabs instead of commas, any line ends. Skips empty records, and records whose first cell begins with `#`.
 */
export function readCsv(text: string): CsvReading {
  const { body, firstLine, separator } = readOpening(text.normalize('NFC'));
  const { records, faults } = readRecords(body, { firstLine, separator });
  const meant = records.filter(isMeant);
  return { records: meant, faults: [...faults, ...meant.flatMap(formulasIn)] };
}

function readOpening(text: string): { body: string; firstLine: number; separator: string } {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const named = /^sep=(.)(?:\r\n|\r|\n)/.exec(body);
  if (named) return { body: body.slice(named[0].length), firstLine: 2, separator: named[1] as string };
  return { body, firstLine: 1, separator: commonestSeparator(body) };
}

/** The most frequent separator outside quotes in the first line that is neither empty nor a comment. */
function commonestSeparator(body: string): string {
  const heads = (body.split(lineEnd).find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counts = separators.map((one) => heads.split(one).length);
  return separators[counts.indexOf(Math.max(...counts))] as string;
}

function readRecords(
  body: string,
  { firstLine, separator }: { firstLine: number; separator: string },
): CsvReading {
  let isOpenAtEnd = false;
  const parsed = parse(body, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\r', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    raw: true,
    skip_records_with_error: true,
    on_skip: () => {
      isOpenAtEnd = true;
      return undefined;
    },
  }) as unknown as ParsedRecord[];
  const records: SheetRecord[] = [];
  const faults: ImportFault[] = [];
  let line = firstLine;
  for (const { raw, record } of parsed) {
    const cells = record.map((cell) => cell.trim());
    if (hasQuoteClosedEarly(cells, raw)) faults.push({ line, kind: 'bad-quotes' });
    records.push({ line, cells });
    line += raw.match(lineEnd)?.length ?? 0;
  }
  if (isOpenAtEnd) faults.push({ line, kind: 'bad-quotes' });
  return { records, faults };
}

/** What a spreadsheet would calculate when the file is opened in it. */
function formulasIn({ line, cells }: SheetRecord): ImportFault[] {
  return cells
    .filter((cell) => cell.startsWith('='))
    .map((cell) => ({ line, kind: 'formula', values: { cell: cell.slice(0, 30) } }));
}

/** A cell that begins with a literal quote has three: one opens the cell, two stand for the quote. */
function hasQuoteClosedEarly(cells: readonly string[], raw: string): boolean {
  return cells.some((cell) => cell.startsWith('"')) && !/"\s*""/.test(raw);
}

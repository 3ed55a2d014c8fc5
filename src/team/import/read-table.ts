import { foldText } from '../../nlu/text/fold-text.ts';
import type { ImportFault } from './import-plan.ts';
import { type CsvRecord, readCsv } from './read-csv.ts';

/** The columns of a file: required ones and optional ones. */
export interface TableColumns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
}

export interface TableRow<Column extends string> {
  line: number;
  /** Undefined when the file has no such column, empty when the cell is empty. */
  values: Partial<Record<Column, string>>;
}

export interface Table<Column extends string> {
  rows: TableRow<Column>[];
  faults: ImportFault[];
}

/** More than a district has villages and volunteers; one statement saves the whole file. */
const maxRows = 5000;

/** Reads a file with a heading, columns in any order. In a row without a fault, every required cell is filled. */
export function readTable<Column extends string>(text: string, columns: TableColumns<Column>): Table<Column> {
  const { records, faults } = readCsv(text.normalize('NFC'));
  const [heading, ...body] = records;
  if (!heading) return { rows: [], faults: [...faults, { line: 0, kind: 'empty-file' }] };
  const { heads, faults: headFaults } = readHeading(heading, columns);
  if (headFaults.length > 0) return { rows: [], faults: [...faults, ...headFaults] };
  const rows: TableRow<Column>[] = [];
  for (const record of body) {
    const rowFaults = checkRecord(record, { heads, columns });
    faults.push(...rowFaults);
    if (rowFaults.length === 0) rows.push(toRow(record, heads));
  }
  if (body.length === 0) faults.push({ line: 0, kind: 'empty-file' });
  if (body.length > maxRows) faults.push({ line: 0, kind: 'too-many-rows', values: { most: maxRows } });
  return { rows, faults };
}

function readHeading<Column extends string>(
  { line, cells }: CsvRecord,
  { required, optional }: TableColumns<Column>,
): { heads: Column[]; faults: ImportFault[] } {
  const known = [...required, ...optional];
  const faults: ImportFault[] = [];
  const heads: Column[] = [];
  for (const cell of trimEnd(cells)) {
    const column = known.find((one) => normalizeHeading(one) === normalizeHeading(cell));
    if (!column)
      faults.push({ line, kind: 'unknown-column', values: { value: cell, known: known.join(', ') } });
    else if (heads.includes(column)) faults.push({ line, kind: 'repeated-column', values: { column } });
    else heads.push(column);
  }
  for (const column of required) {
    if (!heads.includes(column)) faults.push({ line, kind: 'missing-column', values: { column } });
  }
  return { heads, faults };
}

function checkRecord<Column extends string>(
  { line, cells }: CsvRecord,
  { heads, columns }: { heads: Column[]; columns: TableColumns<Column> },
): ImportFault[] {
  const found = trimEnd(cells).length;
  if (found > heads.length) {
    return [{ line, kind: 'too-many-cells', values: { found, expected: heads.length } }];
  }
  return columns.required
    .filter((column) => !cells[heads.indexOf(column)])
    .map((column) => ({ line, kind: 'missing-value', values: { column } }));
}

function toRow<Column extends string>({ line, cells }: CsvRecord, heads: Column[]): TableRow<Column> {
  const values: Partial<Record<Column, string>> = {};
  for (const [at, head] of heads.entries()) values[head] = cells[at] ?? '';
  return { line, values };
}

/** Spreadsheets pad rows with empty cells. */
function trimEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** `area_id`, `areaId` and `Area ID` are the same column. */
function normalizeHeading(name: string): string {
  return foldText(name).replaceAll(' ', '');
}

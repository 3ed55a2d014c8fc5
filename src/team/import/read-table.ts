import { foldText } from '../../nlu/text/fold-text.ts';
import type { ImportFault } from './import-plan.ts';
import type { Sheet, SheetRecord } from './sheet.ts';

/** The columns of a file: required ones and optional ones. */
export interface TableColumns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
  /** Each row needs one of the two; the first is the usual one. */
  eitherOf?: readonly [Column, Column];
}

export interface TableRow<Column extends string> {
  line: number;
  /** Undefined when the file has no such column, empty when the cell is empty. */
  values: Partial<Record<Column, string>>;
}

export interface Table<Column extends string> {
  rows: TableRow<Column>[];
  faults: ImportFault[];
  notes: ImportFault[];
}

/** More than a district has villages and volunteers; one statement saves the whole file. */
const maxRows = 10_000;

/** Reads a file with a heading, columns in any order. In a row without a fault, every required cell is filled. */
export function readTable<Column extends string>(
  { records, faults, notes }: Sheet,
  columns: TableColumns<Column>,
): Table<Column> {
  const refuse = (...more: ImportFault[]) => ({ rows: [], faults: [...faults, ...more], notes });
  const [heading, ...body] = records;
  if (!heading) return refuse(...(faults.length > 0 ? [] : [{ line: 0, kind: 'empty-file' } as const]));
  const { heads, faults: headFaults } = readHeading(heading, columns);
  if (headFaults.length > 0) return refuse(...headFaults);
  if (body.length === 0) return refuse({ line: 0, kind: 'empty-file' });
  if (body.length > maxRows) return refuse({ line: 0, kind: 'too-many-rows', values: { most: maxRows } });
  const seen = new Map<string, number>();
  const read = body.map((record) => {
    const rowFaults = checkRecord(record, { heads, columns, seen });
    return { rowFaults, rows: rowFaults.length === 0 ? [toRow(record, heads)] : [] };
  });
  return {
    rows: read.flatMap(({ rows }) => rows),
    faults: [...faults, ...read.flatMap(({ rowFaults }) => rowFaults)],
    notes,
  };
}

function readHeading<Column extends string>(
  { line, cells }: SheetRecord,
  { required, optional, eitherOf }: TableColumns<Column>,
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
  const hasEither = eitherOf?.some((column) => heads.includes(column)) ?? true;
  const needed = eitherOf && !hasEither ? [...required, eitherOf[0]] : required;
  for (const column of needed) {
    if (!heads.includes(column)) faults.push({ line, kind: 'missing-column', values: { column } });
  }
  return { heads, faults };
}

interface RecordContext<Column extends string> {
  heads: Column[];
  columns: TableColumns<Column>;
  /** The line of each row before, by its cells. */
  seen: Map<string, number>;
}

function checkRecord<Column extends string>(
  { line, cells }: SheetRecord,
  { heads, columns: { required, eitherOf }, seen }: RecordContext<Column>,
): ImportFault[] {
  const filled = trimEnd(cells);
  if (filled.length > heads.length) {
    return [{ line, kind: 'too-many-cells', values: { found: filled.length, expected: heads.length } }];
  }
  const key = JSON.stringify(filled);
  const first = seen.get(key);
  if (first !== undefined) return [{ line, kind: 'repeated-row', values: { first } }];
  seen.set(key, line);
  const isEmpty = (column: Column) => !cells[heads.indexOf(column)];
  const missing = required.filter(isEmpty);
  if (eitherOf?.every(isEmpty)) missing.push(eitherOf[0]);
  return missing.map((column) => ({ line, kind: 'missing-value', values: { column } }));
}

function toRow<Column extends string>({ line, cells }: SheetRecord, heads: Column[]): TableRow<Column> {
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

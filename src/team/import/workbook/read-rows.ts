import { dayMs } from '../../../durations.ts';
import type { ImportFault } from '../import-plan.ts';
import type { SheetRecord } from '../sheet.ts';
import { walkXml } from './walk-xml.ts';

interface RowOptions {
  strings: readonly string[];
  isDate(style: number): boolean;
  from1904: boolean;
}

interface OpenCell {
  at: string;
  type: string;
  style: number;
  value: string;
}

/** No list has more columns; what is further right is read as one column too many. */
const maxColumns = 50;

/** Reads the rows of a sheet. A formula, a calculation error and merged cells are faults: what they mean is unclear. */
export function readRows(
  xml: string,
  options: RowOptions,
): { records: SheetRecord[]; faults: ImportFault[] } {
  const records: SheetRecord[] = [];
  const faults: ImportFault[] = [];
  let record: SheetRecord | undefined;
  let cell: OpenCell | undefined;
  let isValue = false;
  walkXml(xml, {
    open(name, attributes) {
      const line = record?.line ?? 0;
      if (name === 'row') {
        record = { line: Number(attributes.r) || (records.at(-1)?.line ?? 0) + 1, cells: [] };
        records.push(record);
      } else if (name === 'c') {
        const at = attributes.r ?? `${columnName(record?.cells.length ?? 0)}${line}`;
        cell = { at, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
      } else if (name === 'f') faults.push({ line, kind: 'formula', values: { cell: cell?.at ?? '' } });
      else if (name === 'mergeCell') faults.push(mergedFault(attributes.ref ?? ''));
      isValue = name === 'v' || name === 't';
    },
    text(text) {
      if (isValue && cell) cell.value += text;
    },
    close(name) {
      isValue = false;
      if (name !== 'c' || !cell || !record) return;
      if (cell.type === 'e')
        faults.push({ line: record.line, kind: 'error-value', values: { cell: cell.at } });
      const column = Math.min(columnOf(cell.at), maxColumns);
      while (record.cells.length < column) record.cells.push('');
      record.cells[column] = textOf(cell, options).normalize('NFC').trim();
      cell = undefined;
    },
  });
  return { records, faults };
}

function mergedFault(range: string): ImportFault {
  return { line: Number(/\d+/.exec(range)?.[0] ?? 0), kind: 'merged-cells', values: { range } };
}

/** 0 for `A7`, 26 for `AA7`. */
function columnOf(at: string): number {
  const letters = /^[A-Z]{1,3}/.exec(at)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}

function textOf({ type, style, value }: OpenCell, { strings, isDate, from1904 }: RowOptions): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return isDate(style) && number >= 1 && number < 200_000 ? toIsoDay(number, from1904) : String(number);
}

/** Office programs count days from the end of 1899, with a day too many before March 1900. */
function toIsoDay(days: number, from1904: boolean): string {
  const dayZero = Date.UTC(1899, 11, 30);
  const at = dayZero + (Math.floor(days) + (from1904 ? 1462 : 0)) * dayMs;
  return new Date(at).toISOString().slice(0, 10);
}

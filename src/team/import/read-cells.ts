import type { FaultKind, ImportFault } from './import-plan.ts';
import type { TableRow } from './read-table.ts';

/** Reads the cells of one row. An unreadable cell is a fault; the result is then undefined or the given default. */
export interface Cells<Column extends string> {
  readonly faults: ImportFault[];
  readonly notes: ImportFault[];
  /** Empty when the cell or its column is missing. */
  text(column: Column): string;
  /** The id by which people and files refer to a record. */
  id(column: Column): string;
  /** Undefined when the file has no such column. */
  given(column: Column): string | undefined;
  /** A number above 0; undefined when the cell is empty. */
  number(column: Column, options?: { whole?: boolean }): number | undefined;
  /** The start of a day in Vietnam, epoch ms; undefined when the cell is empty. */
  day(column: Column): number | undefined;
  choice<Choice extends string>(column: Column, choices: readonly Choice[]): Choice | undefined;
  fault(kind: FaultKind, values?: ImportFault['values']): void;
  note(kind: FaultKind, values?: ImportFault['values']): void;
}

const idPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const maxNameLength = 100;

export function readCells<Column extends string>({ line, values }: TableRow<Column>): Cells<Column> {
  const faults: ImportFault[] = [];
  const notes: ImportFault[] = [];
  const addTo =
    (list: ImportFault[]): Cells<Column>['fault'] =>
    (kind, more) =>
      void list.push({ line, kind, ...(more ? { values: more } : {}) });
  const fault = addTo(faults);
  const text = (column: Column) => {
    const value = values[column] ?? '';
    if (value.length > maxNameLength) fault('too-long', { column, most: maxNameLength });
    return value;
  };
  return {
    faults,
    notes,
    fault,
    note: addTo(notes),
    text,
    given: (column) => values[column],
    id(column) {
      const value = values[column] ?? '';
      if (value !== '' && !idPattern.test(value)) fault('bad-id', { column, value });
      return value;
    },
    number(column, { whole = false } = {}) {
      const value = (values[column] ?? '').replace(',', '.');
      if (value === '') return undefined;
      const number = Number(value);
      const isFine =
        Number.isFinite(number) && number > 0 && number <= 1000 && (!whole || Number.isInteger(number));
      if (!isFine) fault(whole ? 'bad-whole-number' : 'bad-number', { column, value });
      return isFine ? number : undefined;
    },
    day(column) {
      const value = values[column] ?? '';
      if (value === '') return undefined;
      const at = toDay(value);
      if (at === undefined) fault('bad-date', { column, value });
      return at;
    },
    choice(column, choices) {
      const value = (values[column] ?? '').toLowerCase();
      if (value === '') return undefined;
      const choice = choices.find((one) => one === value);
      if (choice === undefined) fault('bad-choice', { column, value, choices: choices.join(', ') });
      return choice;
    },
  };
}

/** yyyy-mm-dd, or dd/mm/yyyy as spreadsheets write it here. */
function toDay(value: string): number | undefined {
  const iso = value.replace(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, (_whole, day, month, year) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = Date.parse(`${iso}T00:00:00+07:00`);
  const isReal = Number.isFinite(at) && new Date(at + 7 * 60 * 60_000).toISOString().startsWith(iso);
  return isReal ? at : undefined;
}

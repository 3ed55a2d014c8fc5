import type { ImportFault } from './import-plan.ts';

/** A row of a spreadsheet, from whichever kind of file. */
export interface SheetRecord {
  /** Line or row where the record begins, counted from 1. */
  line: number;
  cells: string[];
}

/** What was read from a file before anybody asks what its columns mean. */
export interface Sheet {
  records: SheetRecord[];
  faults: ImportFault[];
  /** What the operator should look at; it does not stop the import. */
  notes: ImportFault[];
}

/** False for empty rows, and for comments: rows whose first cell begins with `#`. */
export function isMeant({ cells }: SheetRecord): boolean {
  return cells.some((cell) => cell !== '') && !cells[0]?.startsWith('#');
}

export function faultySheet(...faults: ImportFault[]): Sheet {
  return { records: [], faults, notes: [] };
}

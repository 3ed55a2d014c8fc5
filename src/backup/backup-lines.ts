import { z } from 'zod';
import { OperatorError } from '../errors.ts';

/**
 * The lines of a backup: a header, then for each table a line `T name` with its rows `R json` below, and a last line
 * with the number of rows of each table.
 */
const header = z.object({ format: z.literal(1), at: z.number(), migrations: z.array(z.string()).min(1) });

/** What a backup says about itself: when it was begun (epoch ms) and the migrations of its tables. */
export type BackupHeader = z.infer<typeof header>;

const rowCounts = z.record(z.string(), z.number());
export type RowCounts = z.infer<typeof rowCounts>;

export type BackupLine =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; name: string }
  | { kind: 'row'; json: string }
  | { kind: 'end'; counts: RowCounts };

export function formatLine(line: BackupLine): string {
  if (line.kind === 'header') return `H ${JSON.stringify(line.header)}`;
  if (line.kind === 'table') return `T ${line.name}`;
  return line.kind === 'row' ? `R ${line.json}` : `E ${JSON.stringify(line.counts)}`;
}

/** @throws OperatorError for a line of another version of the program */
export function parseLine(text: string): BackupLine {
  const rest = text.slice(2);
  const kind = text.slice(0, 2);
  if (kind === 'R ') return { kind: 'row', json: rest };
  if (kind === 'T ') return { kind: 'table', name: rest };
  const read = kind === 'H ' ? header.safeParse(JSON.parse(rest)) : rowCounts.safeParse(JSON.parse(rest));
  if (!read.success) throw new OperatorError('The backup has a form that this version does not know.');
  return kind === 'H '
    ? { kind: 'header', header: read.data as BackupHeader }
    : { kind: 'end', counts: read.data as RowCounts };
}

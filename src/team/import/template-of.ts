import type { Translate } from '../../i18n.ts';
import type { TableColumns } from './read-table.ts';

/** An empty file with the columns, their meanings and an example. The import skips lines that begin with #. */
export function templateOf({ required, optional }: TableColumns<string>, t: Translate): string {
  const columns = [...required, ...optional];
  const meanings = columns.map((column) => t(`operator:imports.columns.${column}`));
  const examples = columns.map((column) => t(`operator:imports.examples.${column}`));
  // The byte order mark tells spreadsheets that the file is UTF-8.
  return `\uFEFF${[columns, commented(meanings), commented(examples)].map(toLine).join('')}`;
}

function commented([first, ...others]: string[]): string[] {
  return [`# ${first}`, ...others];
}

function toLine(cells: string[]): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

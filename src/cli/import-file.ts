import { resolve } from 'node:path';
import { OperatorError } from '../errors.ts';
import type { Translate } from '../i18n.ts';
import type { ImportChange, ImportPlan } from '../team/import/import-plan.ts';
import type { TableColumns } from '../team/import/read-table.ts';
import type { CommandParts } from './command-parts.ts';
import { readTextFile } from './read-text-file.ts';

export interface ImportOptions {
  yes?: true;
  template?: true;
}

interface FileImport {
  parts: CommandParts;
  t: Translate;
  file: string | undefined;
  /** Plans the import of the text and, if the operator confirmed, applies it. */
  run(text: string): Promise<ImportPlan>;
}

/** Imports a file and prints what changed, what would change, or what is wrong with it. */
export async function importFile({ parts, t, file, run }: FileImport, { yes }: ImportOptions): Promise<void> {
  if (file === undefined) throw new OperatorError('Name the file, or print an empty one with --template.');
  const plan = await run(await readTextFile(resolve(parts.folder ?? '', file)));
  tellPlan(plan, { write: parts.write, t, isApplied: yes === true });
}

/** @throws OperatorError when the plan has faults, after printing each */
export function tellPlan(
  { faults, changes, unchanged }: ImportPlan,
  { write, t, isApplied }: { write: CommandParts['write']; t: Translate; isApplied: boolean },
): void {
  const line = (text: string) => write(`${text}\n`);
  if (faults.length > 0) {
    for (const fault of faults.toSorted((a, b) => a.line - b.line)) {
      const text = t(`operator:imports.faults.${fault.kind}`, fault.values);
      line(fault.line === 0 ? text : t('operator:imports.line', { line: fault.line, fault: text }));
    }
    throw new OperatorError(t('operator:imports.refused', { number: faults.length }));
  }
  if (changes.length === 0) return line(t('operator:imports.nothing'));
  for (const change of changes) line(changeInWords(change, t));
  const added = changes.filter(({ kind }) => kind === 'added').length;
  line(t('operator:imports.summary', { added, changed: changes.length - added, unchanged }));
  line(t(isApplied ? 'operator:imports.done' : 'operator:imports.preview'));
}

function changeInWords({ kind, id, name, fields }: ImportChange, t: Translate): string {
  if (kind === 'added') return t('operator:imports.added', { id, name });
  const changed = fields.map((field) => t('operator:imports.field', field)).join(', ');
  return t('operator:imports.changed', { id, name, fields: changed });
}

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

import { resolve } from 'node:path';
import { OperatorError } from '../errors.ts';
import type { Translate } from '../i18n.ts';
import { describePlan } from '../team/import/describe-plan.ts';
import type { ImportPlan } from '../team/import/import-plan.ts';
import type { Sheet } from '../team/import/sheet.ts';
import type { CommandParts } from './command-parts.ts';
import { readSheetFile } from './read-sheet-file.ts';

export interface ImportOptions {
  yes?: true;
  template?: true;
}

interface FileImport {
  parts: CommandParts;
  t: Translate;
  file: string | undefined;
  /** Plans the import of the list and, if the operator confirmed, applies it. */
  run(sheet: Sheet): Promise<ImportPlan>;
}

/** Imports a file and prints what changed, what would change, or what is wrong with it. */
export async function importFile({ parts, t, file, run }: FileImport, { yes }: ImportOptions): Promise<void> {
  if (file === undefined) throw new OperatorError('Name the file, or print an empty one with --template.');
  const plan = await run(await readSheetFile(resolve(parts.folder ?? '', file)));
  tellPlan(plan, { write: parts.write, t, isApplied: yes === true });
}

/** @throws OperatorError when the plan has faults, after printing each */
export function tellPlan(
  plan: ImportPlan,
  { write, t, isApplied }: { write: CommandParts['write']; t: Translate; isApplied: boolean },
): void {
  const line = (text: string) => write(`${text}\n`);
  const { faults, notes, changes, ...counts } = describePlan(plan, t);
  for (const note of notes) line(t('operator:imports.note', { note }));
  for (const fault of faults) line(fault);
  if (faults.length > 0) throw new OperatorError(t('operator:imports.refused', { number: faults.length }));
  if (changes.length === 0) return line(t('operator:imports.nothing'));
  for (const { text } of changes) line(text);
  line(t('operator:imports.summary', counts));
  line(t(isApplied ? 'operator:imports.done' : 'operator:imports.preview'));
}

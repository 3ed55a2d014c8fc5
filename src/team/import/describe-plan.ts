import type { Translate } from '../../i18n.ts';
import type { ImportChange, ImportFault, ImportPlan } from './import-plan.ts';

/** A plan in the words that the operator reads, at the command line and in the console alike. */
interface DescribedPlan {
  /** In the order of the file. */
  faults: string[];
  notes: string[];
  changes: { text: string; more: string }[];
  added: number;
  changed: number;
  unchanged: number;
}

export function describePlan({ faults, notes, changes, unchanged }: ImportPlan, t: Translate): DescribedPlan {
  const inOrder = (list: readonly ImportFault[]) =>
    list.toSorted((a, b) => a.line - b.line).map((fault) => faultInWords(fault, t));
  const added = changes.filter(({ kind }) => kind === 'added').length;
  return {
    faults: inOrder(faults),
    notes: inOrder(notes),
    changes: changes.map((change) => changeInWords(change, t)),
    added,
    changed: changes.length - added,
    unchanged,
  };
}

function faultInWords({ line, kind, values }: ImportFault, t: Translate): string {
  const fault = t(`operator:imports.faults.${kind}`, values);
  return line === 0 ? fault : t('operator:imports.line', { line, fault });
}

/** What a new record has is only more to read; what changes in an old one is what the line is about. */
function changeInWords(
  { kind, id, name, fields }: ImportChange,
  t: Translate,
): { text: string; more: string } {
  if (kind === 'added') {
    const own = fields.filter(({ after }) => after !== id && after !== name);
    const more = own.map(({ column, after }) => `${column} ${after}`).join(', ');
    return { text: t('operator:imports.added', { id, name }), more };
  }
  const changed = fields.map((field) => t('operator:imports.field', field)).join(', ');
  return { text: t('operator:imports.changed', { id, name, fields: changed }), more: '' };
}

/** Kinds of fault in an import file; their texts are `operator:imports.faults.<kind>`. */
export const faultKinds = [
  'empty-file',
  'too-many-rows',
  'bad-quotes',
  'unknown-column',
  'repeated-column',
  'missing-column',
  'too-many-cells',
  'missing-value',
  'too-long',
  'bad-id',
  'bad-number',
  'bad-whole-number',
  'bad-date',
  'bad-choice',
  'bad-phone',
  'no-letters',
  'repeated-id',
  'ends-before-it-begins',
  'no-parent',
  'root-level',
  'root-ends',
  'level-of-root',
  'unknown-area',
  'circle',
  'merged-team',
  'unknown-topic',
  'no-desk',
  'unknown-team',
  'unclear-name',
  'same-name',
  'other-name',
  'other-phone',
  'repeated-member',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault in an import file. */
export interface ImportFault {
  /** Counted from 1; 0 for the file as a whole. */
  line: number;
  kind: FaultKind;
  values?: Record<string, string | number>;
}

/** What an import would do to one record. */
export interface ImportChange {
  kind: 'added' | 'changed';
  id: string;
  name: string;
  /** The changed fields, in the values of the file. */
  fields: { column: string; before: string; after: string }[];
}

/** What an import would do, before the operator confirms. A plan with faults is not applied. */
export interface ImportPlan {
  faults: ImportFault[];
  changes: ImportChange[];
  /** Number of records that already match the file. */
  unchanged: number;
}

/** One record as in the file and as stored now, in the values of the file. */
export interface PlannedRecord {
  id: string;
  name: string;
  before: Record<string, string> | undefined;
  after: Record<string, string>;
}

/** Lists the new and the changed records. */
export function planChanges(records: readonly PlannedRecord[]): Pick<ImportPlan, 'changes' | 'unchanged'> {
  const changes = records.map(({ id, name, before, after }): ImportChange => {
    if (!before) return { kind: 'added', id, name, fields: [] };
    const fields = Object.entries(after)
      .map(([column, value]) => ({ column, before: before[column] ?? '', after: value }))
      .filter((field) => field.before !== field.after);
    return { kind: 'changed', id, name, fields };
  });
  const meant = changes.filter(({ kind, fields }) => kind === 'added' || fields.length > 0);
  return { changes: meant, unchanged: changes.length - meant.length };
}

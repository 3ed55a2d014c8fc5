/** Kinds of fault in an import file; their texts are `operator:imports.faults.<kind>`. */
export const faultKinds = [
  'file-too-large',
  'old-workbook',
  'bad-workbook',
  'unknown-encoding',
  'empty-file',
  'too-many-rows',
  'bad-quotes',
  'formula',
  'error-value',
  'merged-cells',
  'repeated-row',
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
  'phone-letters',
  'phone-length',
  'no-letters',
  'repeated-id',
  'ends-before-it-begins',
  'no-parent',
  'root-level',
  'root-ends',
  'level-of-root',
  'unknown-area',
  'unknown-commune',
  'old-commune',
  'unknown-village',
  'village-elsewhere',
  'unclear-village',
  'no-team-there',
  'several-teams-there',
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
  'repeated-phone',
  'phone-of-other',
  'second-lead',
  'outside-office',
] as const;

/** What an operator should look at, though it stops nothing; texts as for faults. */
export const noteKinds = ['guessed-encoding', 'other-sheets', 'lost-zero', 'alike-areas'] as const;

export type FaultKind = (typeof faultKinds)[number] | (typeof noteKinds)[number];

/** A fault in an import file, or a note about it. */
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
  /** The changed fields, of a new record all that are filled, in the values of the file. */
  fields: { column: string; before: string; after: string }[];
}

/** What an import would do, before the operator confirms. A plan with faults is not applied. */
export interface ImportPlan {
  faults: ImportFault[];
  /** What was read as probably meant; it stops nothing. */
  notes: ImportFault[];
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
    const fields = Object.entries(after)
      .map(([column, value]) => ({ column, before: before?.[column] ?? '', after: value }))
      .filter((field) => field.before !== field.after);
    return { kind: before ? 'changed' : 'added', id, name, fields };
  });
  const meant = changes.filter(({ kind, fields }) => kind === 'added' || fields.length > 0);
  return { changes: meant, unchanged: changes.length - meant.length };
}

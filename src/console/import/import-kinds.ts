import type { AuditActor } from '../../audit/audit-log.ts';
import type { ImportPlan } from '../../team/import/import-plan.ts';
import { importAreas, importMembers, importTeams } from '../../team/import/import-records.ts';
import { areaColumns } from '../../team/import/plan-area-import.ts';
import { memberColumns } from '../../team/import/plan-member-import.ts';
import { teamColumns } from '../../team/import/plan-team-import.ts';
import type { TableColumns } from '../../team/import/read-table.ts';
import type { Sheet } from '../../team/import/sheet.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** In the order in which an office imports them: each needs the one before. */
export const importKinds = ['areas', 'teams', 'members'] as const;

export type ImportKind = (typeof importKinds)[number];

export const columnsOf: Record<ImportKind, TableColumns<string>> = {
  areas: areaColumns,
  teams: teamColumns,
  members: memberColumns,
};

export function findKind(name: unknown): ImportKind | undefined {
  return importKinds.find((kind) => kind === name);
}

interface ImportRun {
  kind: ImportKind;
  sheet: Sheet;
  now: number;
  by: AuditActor;
  /** The area of the clerk who imports; undefined for who may change everything. */
  office: string | undefined;
  apply: boolean | ((plan: ImportPlan) => boolean);
}

/** Plans an import as the command line does, and applies it if asked, in one transaction. */
export function runImport(
  { db, sealer, topics }: Pick<ConsoleParts, 'db' | 'sealer' | 'topics'>,
  { kind, ...run }: ImportRun,
): Promise<ImportPlan> {
  if (kind === 'areas') return importAreas({ db, ...run });
  if (kind === 'teams') return importTeams({ db, ...run, topics: topics.map(({ id }) => id) });
  return importMembers({ db, sealer, ...run });
}

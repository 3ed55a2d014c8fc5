import type { Kysely, Transaction } from 'kysely';
import { type AuditActor, recordAudit } from '../../audit/audit-log.ts';
import type { Tables } from '../../database/schema.ts';
import type { Sealer } from '../../encryption.ts';
import { listAreas, loadAreaTree, saveAreas } from '../areas/area-store.ts';
import type { Area } from '../areas/area-tree.ts';
import { listMembers, listPhones, saveMembers, saveMemberships } from '../roster/member-store.ts';
import { listTeams, saveTeams } from '../roster/team-store.ts';
import type { ImportPlan } from './import-plan.ts';
import { areaColumns, changesOfAreas, planAreaImport } from './plan-area-import.ts';
import {
  type ImportedMember,
  type MemberPlan,
  memberColumns,
  planMemberImport,
} from './plan-member-import.ts';
import { planTeamImport, teamColumns } from './plan-team-import.ts';
import { readTable } from './read-table.ts';
import type { Sheet } from './sheet.ts';
import { areasInside, membersInside, refuseOutside, teamsInside } from './within-office.ts';

/**
 * Plans the import of areas, teams and members against the stored ones; applies a plan without faults, if asked, in the
 * same transaction.
 */
interface ImportParams {
  db: Kysely<Tables>;
  /** Who imports, for the audit log. */
  by: AuditActor;
  now: number;
  /** Whether to apply the plan, or only to show it. A plan with faults is never applied. */
  apply: boolean | ((plan: ImportPlan) => boolean);
}

interface FileImport extends ImportParams {
  sheet: Sheet;
  /** The area of the clerk who imports: a change outside it is a fault. Undefined for who may change everything. */
  office?: string | undefined;
}

export function importAreas({ sheet, office, ...params }: FileImport): Promise<ImportPlan> {
  return planAndApply('areas', params, async (trx) => {
    const existing = await listAreas(trx);
    const made = planAreaImport(readTable(sheet, areaColumns), existing);
    const plan = office === undefined ? made : refuseOutside(made, areasInside(office, existing, made.areas));
    return { plan, save: () => saveAreas(trx, plan.areas) };
  });
}

/** The same for areas from another source. @param wanted returns them, given the stored ones */
export function importReadyAreas(
  params: ImportParams,
  wanted: (existing: Area[]) => Area[],
): Promise<ImportPlan> {
  return planAndApply('areas', params, async (trx) => {
    const existing = await listAreas(trx);
    const areas = wanted(existing);
    const plan = { faults: [], notes: [], ...changesOfAreas(areas, existing) };
    return { plan, save: () => saveAreas(trx, areas) };
  });
}

/** @param topics ids of the topics that a team may take */
export function importTeams({
  sheet,
  topics,
  office,
  ...params
}: FileImport & { topics: string[] }): Promise<ImportPlan> {
  return planAndApply('teams', params, async (trx) => {
    const context = { areas: await listAreas(trx), teams: await listTeams(trx), topics };
    const made = planTeamImport(readTable(sheet, teamColumns), context);
    const compared = { areas: context.areas, before: context.teams, after: made.teams };
    const plan = office === undefined ? made : refuseOutside(made, teamsInside(office, compared));
    return { plan, save: () => saveTeams(trx, plan.teams) };
  });
}

interface MemberImport extends FileImport {
  sealer: Sealer;
}

export function importMembers({ sheet, sealer, office, ...params }: MemberImport): Promise<MemberPlan> {
  const { now } = params;
  return planAndApply('members', params, async (trx) => {
    const phones = await listPhones(trx);
    const phoneOf = (memberId: string) => {
      const sealed = phones.get(memberId);
      return sealed && sealer.open(sealed);
    };
    const tree = await loadAreaTree(trx);
    const context = { members: await listMembers(trx), teams: await listTeams(trx), tree, phoneOf };
    const made = planMemberImport(readTable(sheet, memberColumns), context);
    if (office === undefined)
      return { plan: made, save: () => saveImported(trx, made.members, { sealer, now }) };
    const teams = { areas: tree.areas, before: context.teams, after: [] };
    const members = { before: context.members, after: made.members };
    const plan = refuseOutside(made, membersInside(teamsInside(office, teams), members));
    return { plan, save: () => saveImported(trx, plan.members, { sealer, now }) };
  });
}

interface Planned<Plan extends ImportPlan> {
  plan: Plan;
  save(): Promise<void>;
}

function planAndApply<Plan extends ImportPlan>(
  kind: 'areas' | 'teams' | 'members',
  { db, by, now, apply }: ImportParams,
  plan: (trx: Transaction<Tables>) => Promise<Planned<Plan>>,
): Promise<Plan> {
  return db.transaction().execute(async (trx) => {
    const planned = await plan(trx);
    const { plan: made } = planned;
    const isWanted = typeof apply === 'boolean' ? apply : apply(made);
    if (!isWanted || made.faults.length > 0) return made;
    await planned.save();
    await recordAudit(trx, { actor: by, action: 'imported', subject: `${kind} ${made.changes.length}`, now });
    return made;
  });
}

async function saveImported(
  trx: Transaction<Tables>,
  members: readonly ImportedMember[],
  { sealer, now }: { sealer: Sealer; now: number },
): Promise<void> {
  await saveMembers(
    trx,
    members.map(({ memberId, name, phone }) => {
      const phoneEncrypted = phone === undefined ? undefined : sealer.seal(phone);
      return { memberId, name, phoneEncrypted, createdAt: now };
    }),
  );
  const memberships = members.flatMap(({ memberId, memberships: own }) =>
    own.map((membership) => ({ memberId, ...membership })),
  );
  await saveMemberships(trx, memberships);
}

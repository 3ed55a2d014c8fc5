import { type Area, createAreaTree } from '../areas/area-tree.ts';
import type { Member, Team } from '../roster/team.ts';
import type { ImportPlan } from './import-plan.ts';
import type { ImportedMember } from './plan-member-import.ts';

/** Whether a record, as it is and as it will be, belongs to the office of who imports. */
type IsInside = (id: string) => boolean;

/** A plan with a fault for every change of a record outside. Pure. */
export function refuseOutside<Plan extends ImportPlan>(plan: Plan, isInside: IsInside): Plan {
  const outside = plan.changes.filter(({ id }) => !isInside(id));
  const faults = outside.map(({ id, name }) => ({
    ...{ line: 0, kind: 'outside-office' as const, values: { id, name } },
  }));
  return { ...plan, faults: [...plan.faults, ...faults] };
}

/** The areas below the office's own one, before and after. Pure. */
export function areasInside(office: string, before: readonly Area[], after: readonly Area[]): IsInside {
  const changed = new Set(after.map(({ areaId }) => areaId));
  const trees = [before, [...before.filter(({ areaId }) => !changed.has(areaId)), ...after]].map(
    createAreaTree,
  );
  return (id) =>
    id !== office && trees.every((tree) => tree.find(id) === undefined || isBelow(tree.pathOf(id), office));
}

/** The teams of the office's area and those below, before and after. Pure. */
export function teamsInside(
  office: string,
  { areas, before, after }: { areas: readonly Area[]; before: readonly Team[]; after: readonly Team[] },
): IsInside {
  const tree = createAreaTree(areas);
  return (id) =>
    [...before, ...after]
      .filter(({ teamId }) => teamId === id)
      .every(({ areaId }) => tree.find(areaId) !== undefined && isBelow(tree.pathOf(areaId), office));
}

/** Members all of whose teams, before and after, are inside. Pure. */
export function membersInside(
  isTeamInside: IsInside,
  { before, after }: { before: readonly Member[]; after: readonly ImportedMember[] },
): IsInside {
  return (id) =>
    [...before, ...after]
      .filter(({ memberId }) => memberId === id)
      .every(({ memberships }) => memberships.every(({ teamId }) => isTeamInside(teamId)));
}

function isBelow(path: readonly Area[], office: string): boolean {
  return path.some(({ areaId }) => areaId === office);
}

import { type RawBuilder, sql } from 'kysely';
import { type Operator, operatorKey } from '../../operator/operator.ts';
import type { Roster } from '../../team/roster/roster.ts';
import { grievanceTopic } from '../../ticket/model/confidential.ts';

/** Which tickets a member or an operator sees in the console. */
export interface Sight {
  memberId: string;
  /** Teams whose tickets are seen: a member's own, for a lead those of the areas below, for a clerk those of the office's area. */
  teamIds: ReadonlySet<string>;
  /** The places of these teams: a ticket from there is seen wherever it has escalated to. */
  areaIds: ReadonlySet<string>;
  /** The teams for which the viewer decides: those that a lead leads with those below them, all that an operator sees. */
  ledTeamIds: ReadonlySet<string>;
  /** A member of the root team and an administrator see everything, and nobody else sees confidential tickets. */
  isRoot: boolean;
}

/** Pure. */
export function sightOf(roster: Roster, memberId: string): Sight {
  const memberships = roster.findMember(memberId)?.memberships ?? [];
  const areaOf = (teamId: string) => roster.findTeam(teamId)?.areaId;
  const rootId = roster.tree.root?.areaId;
  const isRoot = memberships.some(({ teamId }) => rootId !== undefined && areaOf(teamId) === rootId);
  const ledAreas = new Set(
    memberships.filter(({ role }) => role === 'lead').map(({ teamId }) => areaOf(teamId)),
  );
  const led = roster.teams.filter(({ areaId }) =>
    roster.tree.pathOf(areaId).some((area) => ledAreas.has(area.areaId)),
  );
  const ledTeamIds = new Set(led.map(({ teamId }) => teamId));
  const own = memberships.map(({ teamId }) => teamId);
  const all = isRoot ? roster.teams.map(({ teamId }) => teamId) : [];
  const teamIds = new Set([...own, ...ledTeamIds, ...all]);
  const areaIds = new Set([...teamIds].flatMap((teamId) => areaOf(teamId) ?? []));
  return { memberId, teamIds, areaIds, ledTeamIds, isRoot };
}

/** A clerk sees the area of the office and all below it, an administrator everything. Pure. */
export function sightOfOperator(roster: Roster, { operatorId, areaId: officeId }: Operator): Sight {
  const isRoot = officeId === undefined;
  const areas = roster.tree.areas.filter(
    ({ areaId }) => isRoot || roster.tree.pathOf(areaId).some((area) => area.areaId === officeId),
  );
  const areaIds = new Set(areas.map(({ areaId }) => areaId));
  const teams = roster.teams.filter(({ areaId }) => areaIds.has(areaId));
  const teamIds = new Set(teams.map(({ teamId }) => teamId));
  return { memberId: operatorKey(operatorId), teamIds, areaIds, ledTeamIds: teamIds, isRoot };
}

/** The tickets that the viewer sees, as a condition on `t`; any other does not exist for them. */
export function visibleTo({ memberId, teamIds, areaIds, isRoot }: Sight): RawBuilder<boolean> {
  if (isRoot) return sql<boolean>`true`;
  return sql<boolean>`(t.team_id = any(${[...teamIds]}) or t.area_id = any(${[...areaIds]})
      or t.assignee_id = ${memberId})
    and t.topic is distinct from ${grievanceTopic}`;
}

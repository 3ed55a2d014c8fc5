import { type RawBuilder, sql } from 'kysely';
import type { Roster } from '../../team/roster/roster.ts';
import { grievanceTopic } from '../../ticket/model/confidential.ts';

/** Which tickets a member sees in the console. */
export interface Sight {
  memberId: string;
  /** Teams whose tickets the member sees: their own, and for a lead those of the areas below. */
  teamIds: ReadonlySet<string>;
  /** The places of these teams: a ticket from there is seen wherever it has escalated to. */
  areaIds: ReadonlySet<string>;
  /** The teams that the member leads, with those below them. */
  ledTeamIds: ReadonlySet<string>;
  /** A member of the root team sees everything, and nobody else sees confidential tickets. */
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

/** The tickets that the member sees, as a condition on `t`; any other does not exist for them. */
export function visibleTo({ memberId, teamIds, areaIds, isRoot }: Sight): RawBuilder<boolean> {
  if (isRoot) return sql<boolean>`true`;
  return sql<boolean>`(t.team_id = any(${[...teamIds]}) or t.area_id = any(${[...areaIds]})
      or t.assignee_id = ${memberId})
    and t.topic is distinct from ${grievanceTopic}`;
}

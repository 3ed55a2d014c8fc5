import { NotFoundError } from '../../errors.ts';
import type { Area } from '../areas/area-tree.ts';
import type { StaffedTeam } from '../roster/team.ts';

/** Why no team of an area got the ticket. */
type PassReason = 'area-closed' | 'no-team' | 'other-topic' | 'nobody-present';

/** Why the ticket is with its team; the texts are `operator:routing.<reason>`. */
export type RouteReason = PassReason | 'nearest' | 'ambiguous-place' | 'unknown-place';

export interface Route {
  teamId: string;
  areaId: string;
  reason: RouteReason;
  /** The areas that were skipped, the most specific first. */
  passedOver: { areaId: string; why: PassReason }[];
}

export interface RouteRequest {
  /** Areas from the resident's own up to the root, at least the root. */
  path: readonly Area[];
  topic: string | undefined;
  /** The teams of these areas, and any others. */
  teams: readonly StaffedTeam[];
  /**
   * `ambiguous`: several places are possible, the path begins at their common ancestor. `unknown`: no area has the
   * name.
   */
  place: 'known' | 'ambiguous' | 'unknown';
  now: number;
}

/**
 * Chooses the team for a ticket: of the most specific area that has an open team with a present member and this topic;
 * otherwise of the next area up. The team of the last area, the root team, gets it in any state.
 * @throws NotFoundError when the last area of the path has no open team
 */
export function routeTicket({ path, topic, teams, place, now }: RouteRequest): Route {
  const passedOver: Route['passedOver'] = [];
  const routeTo = ({ teamId, areaId }: StaffedTeam): Route => {
    const reason = place === 'known' ? (passedOver[0]?.why ?? 'nearest') : (`${place}-place` as const);
    return { teamId, areaId, reason, passedOver };
  };
  for (const area of path) {
    const found = askArea({ area, topic, teams, now });
    if (typeof found !== 'string') return routeTo(found);
    passedOver.push({ areaId: area.areaId, why: found });
  }
  const last = path.at(-1)?.areaId;
  const rootTeam = teams.find((team) => team.areaId === last && isOpen(team));
  if (!rootTeam) throw new NotFoundError(`no open team in the area ${last} to fall back on`);
  return routeTo(rootTeam);
}

/** The next higher team; undefined at the top. `path` begins at the team's own area. */
export function escalationTarget(request: Omit<RouteRequest, 'place'>): Route | undefined {
  const path = request.path.slice(1);
  return path.length > 0 ? routeTicket({ ...request, path, place: 'known' }) : undefined;
}

type RouteQuery = Pick<RouteRequest, 'topic' | 'teams' | 'now'> & { area: Area };

/** The team of one area that takes a ticket; a team that lists the topic goes before one that takes all. */
function askArea({ area, topic, teams, now }: RouteQuery): StaffedTeam | PassReason {
  if (area.validUntil !== undefined && area.validUntil <= now) return 'area-closed';
  const open = teams.filter((team) => team.areaId === area.areaId && isOpen(team));
  if (open.length === 0) return 'no-team';
  const names = (team: StaffedTeam) => topic !== undefined && team.topics.includes(topic);
  const takers = open
    .filter((team) => team.topics.length === 0 || names(team))
    .sort((a, b) => Number(names(b)) - Number(names(a)) || a.teamId.localeCompare(b.teamId));
  if (takers.length === 0) return 'other-topic';
  return takers.find(({ presentMembers }) => presentMembers > 0) ?? 'nobody-present';
}

function isOpen({ closedAt, mergedInto }: StaffedTeam): boolean {
  return closedAt === undefined && mergedInto === undefined;
}

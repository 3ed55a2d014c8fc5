import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { Team } from '../../team/roster/team.ts';
import { isConfidential, mayGoTo } from '../../ticket/model/confidential.ts';
import { mayHelp, mayLead } from '../../ticket/permissions.ts';
import { callerOf, type Viewer } from '../access/viewer.ts';
import { isInReach } from '../ticket/reach.ts';
import { groupMembers, isOpenTeam, type MemberGroup } from './member-groups.ts';

/** What a lead can do with several tickets of a page at once. */
export interface BulkChoices {
  /** Numbers of the tickets about which the viewer may decide for others. */
  numbers: ReadonlySet<number>;
  /** Members who may get at least one of them, and teams likewise; the ticket rules decide about each. */
  members: readonly MemberGroup[];
  teams: readonly Team[];
}

/** Pure. @returns undefined when the viewer may decide about none of these tickets */
export function bulkChoices(
  views: readonly TicketView[],
  { roster, viewer }: { roster: Roster; viewer: Viewer },
): BulkChoices | undefined {
  const led = views.flatMap(({ number, status, teamId, areaId, topic }) => {
    const place = { team_id: teamId, area_id: areaId, topic };
    return status !== 'resolved' && mayLead({ roster }, callerOf(viewer), place) ? { number, place } : [];
  });
  if (led.length === 0) return undefined;
  const places = differentPlaces(led.map(({ place }) => place));
  // What members may do hangs on their teams alone, and a town has many more members than teams.
  const helping = roster.teams.filter(({ teamId }) => {
    const memberships = [{ teamId, role: 'member' as const }];
    return places.some((place) => mayHelp({ roster }, { memberships }, place));
  });
  const helpingIds = new Set(helping.map(({ teamId }) => teamId));
  return {
    numbers: new Set(led.map(({ number }) => number)),
    members: groupMembers(roster, {
      member: (member) =>
        isInReach(viewer, member) && member.memberships.some(({ teamId }) => helpingIds.has(teamId)),
    }),
    teams: roster.teams
      .filter((team) => isOpenTeam(team) && places.some((place) => mayGoTo(team.teamId, place, { roster })))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  };
}

type Place = Parameters<typeof mayHelp>[2];

/** Tickets of the same place, for each of which the same members and teams come into question, count once. */
function differentPlaces(places: readonly Place[]): Place[] {
  const keyOf = (place: Place) => [place.team_id, place.area_id, isConfidential(place)].join(' ');
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

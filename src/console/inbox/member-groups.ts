import { html } from 'hono/html';
import type { Roster } from '../../team/roster/roster.ts';
import type { Member, Team } from '../../team/roster/team.ts';
import type { Html } from '../layout/html.ts';

/** Members under the team that they are in; somebody in two teams stands in both. */
export interface MemberGroup {
  teamId: string;
  name: string;
  members: readonly Member[];
}

/** The open teams with those members that are wanted, in the order of the team names. Pure. */
export function groupMembers(
  roster: Roster,
  wants: { team?(team: Team): boolean; member?(member: Member): boolean },
): MemberGroup[] {
  return roster.teams
    .filter((team) => isOpenTeam(team) && (wants.team?.(team) ?? true))
    .map(({ teamId, name }) => {
      const members = roster.membersOf(teamId).filter((member) => wants.member?.(member) ?? true);
      return { teamId, name, members };
    })
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Whether the team can get tickets. */
export function isOpenTeam({ closedAt, mergedInto }: Team): boolean {
  return closedAt === undefined && mergedInto === undefined;
}

/** @param chosen the id of the chosen member @param toValue what the form sends for a member */
export function renderMemberOptions(
  groups: readonly MemberGroup[],
  { chosen, toValue }: { chosen?: string | undefined; toValue(memberId: string): string },
): Html[] {
  return groups.map(({ name, members }) => {
    const options = members.map(
      (member) =>
        html`<option value="${toValue(member.memberId)}"${member.memberId === chosen ? html` selected` : ''}>${member.name}</option>`,
    );
    return html`<optgroup label="${name}">${options}</optgroup>`;
  });
}

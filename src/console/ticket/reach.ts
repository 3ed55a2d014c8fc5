import type { Member } from '../../team/roster/team.ts';
import type { Viewer } from '../access/viewer.ts';

/** Whether an operator may give tickets to the member: one of a team in sight. For members the ticket rules decide alone. Pure. */
export function isInReach(
  { operator, sight }: Viewer,
  { memberships }: Pick<Member, 'memberships'>,
): boolean {
  return operator === undefined || memberships.some(({ teamId }) => sight.teamIds.has(teamId));
}

import type { Member } from '../team/roster/team.ts';
import type { Scene } from './model/decision-context.ts';
import type { Actor, Ticket } from './model/ticket-edit.ts';
import { type Refusal, refused } from './result.ts';

type Rostered = Pick<Scene, 'roster'>;
type Placed = Pick<Ticket, 'team_id'>;

/** Who commands: a member, or an operator at the command line or in the console. */
export type By = { memberId: string } | { operator: string };

export function actorOf(by: By): Actor {
  return 'memberId' in by ? { kind: 'member', id: by.memberId } : { kind: 'operator', id: by.operator };
}

/** Whether a member may take a ticket: of its team, or of a team above that. */
export function mayHelp({ roster }: Rostered, member: Member, ticket: Placed): boolean {
  return rolesOver({ roster }, member, ticket).length > 0;
}

/** Whether somebody may decide over a ticket for others: a lead of its team or of one above, or an operator. */
export function leads({ roster }: Rostered, by: By, ticket: Placed): boolean {
  if ('operator' in by) return true;
  const member = roster.findMember(by.memberId);
  return member?.removedAt === undefined && rolesOver({ roster }, member, ticket).includes('lead');
}

function rolesOver({ roster }: Rostered, member: Member | undefined, ticket: Placed) {
  const areaId = roster.findTeam(ticket.team_id)?.areaId;
  const above = new Set(roster.tree.pathOf(areaId).map((area) => area.areaId));
  return (member?.memberships ?? []).flatMap(({ teamId, role }) => {
    const team = roster.findTeam(teamId);
    return teamId === ticket.team_id || (team && above.has(team.areaId)) ? [role] : [];
  });
}

/** Somebody who is in a team still. */
export function findWorking(
  { roster }: Scene,
  memberId: string,
): { member: Member } | { refusal: { kind: 'refused'; why: Refusal } } {
  const member = roster.findMember(memberId);
  if (!member || member.removedAt !== undefined) return { refusal: refused('unknown-member') };
  return { member };
}

import type { Member } from '../team/roster/team.ts';
import type { DecisionContext } from './model/decision-context.ts';
import type { Actor, Ticket } from './model/ticket-edit.ts';
import { type Refusal, refused } from './result.ts';

type WithRoster = Pick<DecisionContext, 'roster'>;
type WithTeam = Pick<Ticket, 'team_id'>;

/** The caller of a command: a member, or an operator at the command line. */
export type Caller = { memberId: string } | { operator: string };

export function actorOf(by: Caller): Actor {
  return 'memberId' in by ? { kind: 'member', id: by.memberId } : { kind: 'operator', id: by.operator };
}

/** Whether a member may claim a ticket: they are in its team, or in a team above. */
export function mayHelp({ roster }: WithRoster, member: Member, ticket: WithTeam): boolean {
  return rolesOver({ roster }, member, ticket).length > 0;
}

/** Whether the caller may decide about a ticket for others: a lead of its team or of one above, or an operator. */
export function mayLead({ roster }: WithRoster, by: Caller, ticket: WithTeam): boolean {
  if ('operator' in by) return true;
  const member = roster.findMember(by.memberId);
  return member?.removedAt === undefined && rolesOver({ roster }, member, ticket).includes('lead');
}

/**
 * The leads who answer for a member's work on a ticket: those of its team, or of the nearest team above that has one.
 * @param except the member, who may be a lead too
 */
export function nearestLeads({ roster }: WithRoster, ticket: WithTeam, except: string): string[] {
  const team = roster.findTeam(ticket.team_id);
  const above = roster.tree.pathOf(team?.areaId);
  const teams = above.flatMap(({ areaId }) => roster.teams.filter((one) => one.areaId === areaId));
  for (const { teamId } of team ? [team, ...teams] : teams) {
    const leads = roster
      .membersOf(teamId)
      .filter(({ memberId, memberships }) => memberId !== except && memberships.some(isLeadOf(teamId)));
    if (leads.length > 0) return leads.map(({ memberId }) => memberId);
  }
  return [];
}

function isLeadOf(teamId: string) {
  return (one: Member['memberships'][number]) => one.teamId === teamId && one.role === 'lead';
}

function rolesOver({ roster }: WithRoster, member: Member | undefined, ticket: WithTeam) {
  const areaId = roster.findTeam(ticket.team_id)?.areaId;
  const above = new Set(roster.tree.pathOf(areaId).map((area) => area.areaId));
  return (member?.memberships ?? []).flatMap(({ teamId, role }) => {
    const team = roster.findTeam(teamId);
    return teamId === ticket.team_id || (team && above.has(team.areaId)) ? [role] : [];
  });
}

/** The member, if they are still in a team. */
export function findWorking(
  { roster }: DecisionContext,
  memberId: string,
): { member: Member } | { refusal: { kind: 'refused'; why: Refusal } } {
  const member = roster.findMember(memberId);
  if (!member || member.removedAt !== undefined) return { refusal: refused('unknown-member') };
  return { member };
}

import { rootLevel } from '../team/areas/area-tree.ts';
import type { Member } from '../team/roster/team.ts';
import { isConfidential, mayGoTo } from './model/confidential.ts';
import type { DecisionContext } from './model/decision-context.ts';
import type { Actor, Ticket } from './model/ticket-edit.ts';
import { type Refusal, refused } from './result.ts';

type WithRoster = Pick<DecisionContext, 'roster'>;
type InTeams = Pick<Member, 'memberships'>;
type WithTeam = Pick<Ticket, 'team_id'>;
type WithPlace = Pick<Ticket, 'team_id' | 'area_id' | 'topic'>;

/** The caller of a command: a member, or an operator at the command line. */
export type Caller = { memberId: string } | { operator: string };

export function actorOf(by: Caller): Actor {
  return 'memberId' in by ? { kind: 'member', id: by.memberId } : { kind: 'operator', id: by.operator };
}

/**
 * The team in which a member may work on a ticket: the ticket's own, for its members and those of a team above; else
 * the nearest team of the resident's place that the member is in, to which an escalated ticket comes back. Undefined
 * when they may not.
 */
export function workingTeamOf(
  { roster }: WithRoster,
  member: InTeams,
  ticket: WithPlace,
): string | undefined {
  if (ticket.team_id !== null && membershipsOver({ roster }, member, ticket).length > 0)
    return ticket.team_id;
  if (isConfidential(ticket)) return undefined;
  const path = roster.tree.pathOf(ticket.area_id ?? undefined).map(({ areaId }) => areaId);
  const own = member.memberships.flatMap(({ teamId }) => {
    const team = roster.findTeam(teamId);
    const isOpen = team?.closedAt === undefined && team?.mergedInto === undefined;
    return team && isOpen && path.includes(team.areaId) ? team : [];
  });
  return own.sort((a, b) => path.indexOf(a.areaId) - path.indexOf(b.areaId))[0]?.teamId;
}

/** Whether a member may claim a ticket. */
export function mayHelp(context: WithRoster, member: InTeams, ticket: WithPlace): boolean {
  return workingTeamOf(context, member, ticket) !== undefined;
}

/** Levels whose members all decide about tickets for others, not only the leads. */
export const officeLevels: ReadonlySet<string | undefined> = new Set(['commune', rootLevel]);

/**
 * Whether the caller may decide about a ticket for others: an operator, a lead of its team or of one above, or any
 * member of such a team of the commune or the root. A confidential ticket is for leads.
 */
export function mayLead({ roster }: WithRoster, by: Caller, ticket: Omit<WithPlace, 'area_id'>): boolean {
  if ('operator' in by) return true;
  const member = roster.findMember(by.memberId);
  if (member?.removedAt !== undefined) return false;
  return membershipsOver({ roster }, member, ticket).some(({ teamId, role }) => {
    if (role === 'lead') return true;
    const level = roster.tree.find(roster.findTeam(teamId)?.areaId ?? '')?.level;
    return officeLevels.has(level) && !isConfidential(ticket);
  });
}

/**
 * The team in which the caller may assign a ticket to a member: one where the member may work on it, else one of the
 * member's teams that the caller may lead as well. Undefined when there is none.
 */
export function assignableTeam(
  context: WithRoster,
  ticket: WithPlace,
  { by, member }: { by: Caller; member: Member },
): string | undefined {
  const working = workingTeamOf(context, member, ticket);
  if (working !== undefined) return working;
  return member.memberships
    .map(({ teamId }) => teamId)
    .find(
      (teamId) =>
        mayLead(context, by, { team_id: teamId, topic: ticket.topic }) && mayGoTo(teamId, ticket, context),
    );
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

/** The member's places in the ticket's team and in those above it. */
function membershipsOver({ roster }: WithRoster, member: InTeams | undefined, ticket: WithTeam) {
  const areaId = roster.findTeam(ticket.team_id)?.areaId;
  const above = new Set(roster.tree.pathOf(areaId).map((area) => area.areaId));
  return (member?.memberships ?? []).filter(({ teamId }) => {
    const team = roster.findTeam(teamId);
    return teamId === ticket.team_id || (team !== undefined && above.has(team.areaId));
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

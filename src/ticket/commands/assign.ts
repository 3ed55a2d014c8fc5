import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, assignableTeam, type Caller, findWorking, mayLead } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { stopWaiting } from '../timers/arm-timers.ts';
import { assignTo } from './claim.ts';

interface AssignParams {
  by: Caller;
  memberId: string;
}

/**
 * A lead or a member of the office assigns a ticket to a named member, however many tickets that member has. A ticket
 * that escalated comes down to the team of the member.
 */
export function assign(
  edit: TicketEdit,
  context: DecisionContext,
  { by, memberId }: AssignParams,
): TicketResult {
  const found = findWorking(context, memberId);
  if ('refusal' in found) return found.refusal;
  if (edit.ticket.status === 'resolved') return refused('resolved');
  if (!mayLead(context, by, edit.ticket)) return refused('not-a-lead');
  const teamId = assignableTeam(context, edit.ticket, { by, member: found.member });
  if (teamId === undefined) return refused('not-in-reach');
  if (edit.ticket.assignee_id === memberId) return { kind: 'done' };
  const moved = teamId === edit.ticket.team_id ? {} : { from: edit.ticket.team_id, to: teamId };
  edit.record({ event: 'assigned', actor: actorOf(by), data: { member: memberId, ...moved } });
  stopWaiting(edit, context);
  assignTo(edit, context, { memberId, teamId });
  return { kind: 'done' };
}

import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, findWorking, mayHelp, mayLead } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { stopWaiting } from '../timers/arm-timers.ts';
import { assignTo } from './claim.ts';

interface AssignParams {
  by: Caller;
  memberId: string;
}

/** A lead assigns a ticket to a named member, however many tickets that member has. */
export function assign(
  edit: TicketEdit,
  context: DecisionContext,
  { by, memberId }: AssignParams,
): TicketResult {
  const found = findWorking(context, memberId);
  if ('refusal' in found) return found.refusal;
  if (edit.ticket.status === 'resolved') return refused('resolved');
  if (!mayLead(context, by, edit.ticket)) return refused('not-a-lead');
  if (!mayHelp(context, found.member, edit.ticket)) return refused('not-yours');
  if (edit.ticket.assignee_id === memberId) return { kind: 'done' };
  edit.record({ event: 'assigned', actor: actorOf(by), data: { member: memberId } });
  stopWaiting(edit, context);
  assignTo(edit, context, memberId);
  return { kind: 'done' };
}

import { mayGoTo } from '../model/confidential.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { giveToTeam } from '../routing/offers.ts';

interface TransferParams {
  by: Caller;
  teamId: string;
  /** What the member typed about it. */
  text?: string | undefined;
}

/** The assignee or a lead transfers a ticket to another team. */
export function transfer(
  edit: TicketEdit,
  context: DecisionContext,
  { by, teamId, text }: TransferParams,
): TicketResult {
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  const team = context.roster.findTeam(teamId);
  if (!team || team.closedAt !== undefined || team.mergedInto !== undefined) return refused('unknown-team');
  const isOwn = 'memberId' in by && ticket.assignee_id === by.memberId;
  if (!isOwn && !mayLead(context, by, ticket)) return refused('not-yours');
  if (!mayGoTo(teamId, ticket, context)) return refused('confidential');
  if (ticket.team_id === teamId) return { kind: 'done' };
  giveToTeam(edit, context, {
    teamId,
    entry: {
      event: 'transferred',
      actor: actorOf(by),
      text,
      data: { from: ticket.team_id, to: teamId },
    },
  });
  return { kind: 'done' };
}

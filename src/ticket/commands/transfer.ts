import { mayGoTo } from '../model/confidential.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { giveToTeam, tellNewTeam } from '../routing/offers.ts';

interface TransferParams {
  by: Caller;
  teamId: string;
  /** What the member typed about it. */
  text?: string | undefined;
}

/** The assignee, a lead or a member of the office hands a ticket to another team, above, beside or below. */
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
  if (ticket.team_id === teamId) tellNewTeam(edit, context, 'handoff.handed');
  return { kind: 'done' };
}

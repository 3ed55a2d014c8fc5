import type { Scene } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type By, leads } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { giveToTeam } from '../routing/offers.ts';

interface Transferring {
  by: By;
  teamId: string;
  reason?: string | undefined;
}

/** Gives a ticket to another team: whoever has it, or a lead. */
export function transfer(edit: TicketEdit, scene: Scene, { by, teamId, reason }: Transferring): TicketResult {
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  const team = scene.roster.findTeam(teamId);
  if (!team || team.closedAt !== undefined || team.mergedInto !== undefined) return refused('unknown-team');
  const isOwn = 'memberId' in by && ticket.assignee_id === by.memberId;
  if (!isOwn && !leads(scene, by, ticket)) return refused('not-yours');
  if (ticket.team_id === teamId) return { kind: 'done' };
  giveToTeam(edit, scene, {
    teamId,
    happening: {
      event: 'transferred',
      actor: actorOf(by),
      reason,
      data: { from: ticket.team_id, to: teamId },
    },
  });
  return { kind: 'done' };
}

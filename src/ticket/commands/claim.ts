import { type DecisionContext, termsOf } from '../model/decision-context.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import { teamInWords, tellResident } from '../model/resident-messages.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { findWorking, workingTeamOf } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { armWaitingResident } from '../timers/arm-timers.ts';

/** A member claims a ticket. The first one gets it; every later one reads who has it. */
export function claim(edit: TicketEdit, context: DecisionContext, memberId: string): TicketResult {
  const found = findWorking(context, memberId);
  if ('refusal' in found) return found.refusal;
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id === memberId) return { kind: 'done' };
  if (ticket.assignee_id !== null) return takenBy(edit, context);
  const teamId = workingTeamOf(context, found.member, ticket);
  if (teamId === undefined) return refused('not-yours');
  const { maxOpenPerMember } = termsOf(context, ticket).settings;
  if ((context.workload.get(memberId)?.openTickets ?? 0) >= maxOpenPerMember) return refused('too-many');
  const data = teamId === ticket.team_id ? undefined : { from: ticket.team_id, to: teamId };
  edit.record({ event: 'claimed', actor: { kind: 'member', id: memberId }, data });
  assignTo(edit, context, { memberId, teamId });
  return { kind: 'done' };
}

interface Assignment {
  memberId: string;
  /** The team in which the member works on it. */
  teamId: string;
}

/** Assigns the ticket to one member: other members' offers end, and the resident reads who will answer. */
export function assignTo(edit: TicketEdit, context: DecisionContext, { memberId, teamId }: Assignment): void {
  edit.set({ assignee_id: memberId, claimed_at: context.now, team_id: teamId });
  edit.closeOffers();
  edit.disarm('offer');
  if (owesAnswer(edit)) armWaitingResident(edit, context);
  tellResident(edit, context, { key: 'handoff.claimed', values: namesOf(context, edit) });
}

export function takenBy({ ticket }: TicketEdit, context: DecisionContext): TicketResult {
  const { assignee_id, claimed_at, updated_at } = ticket;
  const by = context.roster.findMember(assignee_id)?.name ?? '';
  return { kind: 'taken', by, at: claimed_at ?? updated_at };
}

/** The assignee in texts for the resident: first name and team. */
export function namesOf(context: DecisionContext, edit: TicketEdit): { name: string; team: string } {
  const name = context.roster.findMember(edit.ticket.assignee_id)?.name ?? '';
  return { name: firstNameOf(name), team: teamInWords(edit, context) };
}

/** Vietnamese people are addressed by the last word of their name; "Chị Hoa" is an address already. */
export function firstNameOf(name: string): string {
  const words = name
    .replaceAll(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  return words.length <= 2 ? words.join(' ') : (words.at(-1) ?? name);
}

import { type Scene, termsOf } from '../model/decision-context.ts';
import { teamInWords, tellResident } from '../model/resident-messages.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { findWorking, mayHelp } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { owesAnswer } from '../routing/offers.ts';
import { armWaitingResident } from '../timers/arm-timers.ts';

/** A member takes a ticket. The first one has it; everybody after is told who. */
export function claim(edit: TicketEdit, scene: Scene, memberId: string): TicketResult {
  const found = findWorking(scene, memberId);
  if ('refusal' in found) return found.refusal;
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  if (ticket.assignee_id === memberId) return { kind: 'done' };
  if (ticket.assignee_id !== null) return takenBy(edit, scene);
  if (!mayHelp(scene, found.member, ticket)) return refused('not-yours');
  const { maxOpenPerMember } = termsOf(scene, ticket).settings;
  if ((scene.workload.get(memberId)?.openTickets ?? 0) >= maxOpenPerMember) return refused('too-many');
  edit.record({ event: 'claimed', actor: { kind: 'member', id: memberId } });
  hold(edit, scene, memberId);
  return { kind: 'done' };
}

/** From now on one member has it: others' offers end, and the resident hears from whom to expect an answer. */
export function hold(edit: TicketEdit, scene: Scene, memberId: string): void {
  edit.set({ assignee_id: memberId, claimed_at: scene.now });
  edit.closeOffers();
  edit.disarm('offer');
  if (owesAnswer(edit)) armWaitingResident(edit, scene);
  tellResident(edit, scene, { key: 'handoff.claimed', values: namesOf(scene, edit) });
}

export function takenBy({ ticket }: TicketEdit, scene: Scene): TicketResult {
  const { assignee_id, claimed_at, updated_at } = ticket;
  const by = scene.roster.findMember(assignee_id)?.name ?? '';
  return { kind: 'taken', by, at: claimed_at ?? updated_at };
}

/** Who has it, in words for the resident: the first name and the team. */
export function namesOf(scene: Scene, edit: TicketEdit): { name: string; team: string } {
  const name = scene.roster.findMember(edit.ticket.assignee_id)?.name ?? '';
  return { name: firstNameOf(name), team: teamInWords(edit, scene) };
}

/** The last word of a Vietnamese name is the one people are called by; "Chị Hoa" is called so already. */
export function firstNameOf(name: string): string {
  const words = name
    .replaceAll(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  return words.length <= 2 ? words.join(' ') : (words.at(-1) ?? name);
}

import type { Scene } from '../model/decision-context.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';
import { actorOf, type By, findWorking, leads, mayHelp } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { stopWaiting } from '../timers/arm-timers.ts';
import { hold } from './claim.ts';

interface Assigning {
  by: By;
  memberId: string;
}

/** A lead gives a ticket to somebody by name, whatever they hold already. */
export function assign(edit: TicketEdit, scene: Scene, { by, memberId }: Assigning): TicketResult {
  const found = findWorking(scene, memberId);
  if ('refusal' in found) return found.refusal;
  if (edit.ticket.status === 'resolved') return refused('resolved');
  if (!leads(scene, by, edit.ticket)) return refused('not-a-lead');
  if (!mayHelp(scene, found.member, edit.ticket)) return refused('not-yours');
  if (edit.ticket.assignee_id === memberId) return { kind: 'done' };
  edit.record({ event: 'assigned', actor: actorOf(by), data: { member: memberId } });
  stopWaiting(edit, scene);
  hold(edit, scene, memberId);
  return { kind: 'done' };
}

import type { Scene } from '../model/decision-context.ts';
import { type Actor, type TicketEdit, theClock } from '../model/ticket-edit.ts';
import { actorOf, type By, leads } from '../permissions.ts';
import { refused, type TicketResult } from '../result.ts';
import { offerNext } from '../routing/offers.ts';
import { stopWaiting } from '../timers/arm-timers.ts';

interface Releasing {
  by: By;
  reason?: string | undefined;
}

/** Whoever has a ticket gives it back; others of the team are asked. */
export function release(edit: TicketEdit, scene: Scene, { by, reason }: Releasing): TicketResult {
  const { ticket } = edit;
  if (ticket.status === 'resolved') return refused('resolved');
  const isOwn = 'memberId' in by && ticket.assignee_id === by.memberId;
  if (ticket.assignee_id === null || !(isOwn || leads(scene, by, ticket))) return refused('not-yours');
  giveBack(edit, scene, { actor: actorOf(by), reason });
  return { kind: 'done' };
}

/** Whoever had it is no longer there. */
export function loseAssignee(edit: TicketEdit, scene: Scene, reason: string): void {
  giveBack(edit, scene, { actor: theClock, reason });
}

function giveBack(
  edit: TicketEdit,
  scene: Scene,
  { actor, reason }: { actor: Actor; reason: string | undefined },
): void {
  const before = edit.ticket.assignee_id ?? undefined;
  edit.record({ event: 'released', actor, reason, data: { member: before } });
  edit.set({ assignee_id: null, claimed_at: null, level_round: 0 });
  edit.disarm('held-line');
  stopWaiting(edit, scene);
  offerNext(edit, scene, { except: before });
}

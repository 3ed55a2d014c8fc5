import { isPresent } from '../../team/roster/team.ts';
import type { Scene } from '../model/decision-context.ts';
import { type Actor, type TicketEdit, theClock } from '../model/ticket-edit.ts';
import { climb, offerNext } from '../routing/offers.ts';
import { armAnswer, armResolution, armWaitingResident, stopWaiting } from '../timers/arm-timers.ts';

interface Reopening {
  actor: Actor;
  reason: string;
  /** Whoever had it did not help: it goes to the next level. */
  climbs?: boolean;
}

/** A closed matter comes back: to whoever had it, or a level higher. */
export function reopen(edit: TicketEdit, scene: Scene, { actor, reason, climbs }: Reopening): void {
  const before = scene.roster.findMember(edit.ticket.assignee_id);
  edit.record({ event: 'reopened', actor, reason });
  edit.set({ reason: null, done: null, resolved_at: null, assignee_id: null, claimed_at: null });
  edit.set({ last_resident_at: scene.now, level_round: 0, rating: null });
  armAnswer(edit, scene);
  armResolution(edit, scene);
  if (climbs) climb(edit, scene, 'not-done');
  if (edit.dueAt('offer') !== undefined) return;
  if (before && isPresent(before, scene.now)) return giveBackTo(edit, scene, before.memberId);
  offerNext(edit, scene);
}

function giveBackTo(edit: TicketEdit, scene: Scene, memberId: string): void {
  edit.record({ event: 'assigned', actor: theClock, reason: 'had-it-before', data: { member: memberId } });
  edit.set({ assignee_id: memberId, claimed_at: scene.now });
  armWaitingResident(edit, scene);
}

/** The resident for whom we waited has written. */
export function goOn(edit: TicketEdit, scene: Scene, actor: Actor): void {
  edit.record({ event: 'reopened', actor, reason: 'resident-wrote' });
  stopWaiting(edit, scene);
}

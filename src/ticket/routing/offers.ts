import { NotFoundError } from '../../errors.ts';
import type { Team } from '../../team/roster/team.ts';
import { type Candidate, pickOffers } from '../../team/routing/pick-offers.ts';
import { escalationTarget, type Route } from '../../team/routing/route-ticket.ts';
import { type Scene, termsOf } from '../model/decision-context.ts';
import { teamInWords, tellResident } from '../model/resident-messages.ts';
import { type Actor, type Happening, type TicketEdit, theClock } from '../model/ticket-edit.ts';
import { armAnswer, promisedAt, stopWaiting } from '../timers/arm-timers.ts';
import { offerEndsAt } from '../timers/deadlines.ts';

interface OfferOptions {
  /** Not asked again: whoever just gave it back. */
  except?: string | undefined;
}

/** Asks the next members of the team; when all were asked often enough, or nobody is there, the ticket climbs. */
export function offerNext(edit: TicketEdit, scene: Scene, { except }: OfferOptions = {}): void {
  edit.disarm('offer');
  const terms = termsOf(scene, edit.ticket);
  if (edit.ticket.level_round >= terms.settings.offerRounds) return climb(edit, scene, 'nobody-took-it');
  const memberIds = membersToAsk(edit, scene, except);
  if (memberIds.length === 0) return climb(edit, scene, 'nobody-there');
  edit.offer(memberIds);
  const round = edit.ticket.level_round;
  edit.record({ event: 'offered', actor: theClock, data: { members: memberIds, round } });
  edit.arm('offer', offerEndsAt(scene.calendars, terms, scene.now));
}

/** Who was not asked yet goes first; a small team is asked again. */
function membersToAsk(edit: TicketEdit, scene: Scene, except: string | undefined): string[] {
  const { settings } = termsOf(scene, edit.ticket);
  const asked = edit.changes.closesOffers ? [] : edit.offers;
  const candidates = candidatesOf(edit, scene).filter(
    ({ memberId }) =>
      memberId !== except && !edit.declined.has(memberId) && !edit.changes.declinedBy.has(memberId),
  );
  const request = { candidates, ...settings, now: scene.now };
  const fresh = pickOffers({ ...request, offeredBefore: new Set(asked.map(({ memberId }) => memberId)) });
  return fresh.length > 0 ? fresh : pickOffers({ ...request, offeredBefore: new Set() });
}

/** Nobody is asked to answer themselves. */
function candidatesOf({ ticket, person }: TicketEdit, { roster, workload }: Scene): Candidate[] {
  const others = roster
    .membersOf(ticket.team_id ?? '')
    .filter(({ memberId }) => !roster.isSelf(memberId, person));
  return others.map((member) => ({
    memberId: member.memberId,
    awayUntil: member.awayUntil,
    removedAt: member.removedAt,
    openTickets: workload.get(member.memberId)?.openTickets ?? 0,
    lastOfferedAt: workload.get(member.memberId)?.lastOfferedAt,
    isReachable: roster.reachable.has(member.memberId),
  }));
}

/** Gives the ticket to the team next up. At the top it stays where it is, and the operator is told. */
export function climb(edit: TicketEdit, scene: Scene, reason: string, actor: Actor = theClock): void {
  const team = scene.roster.findTeam(edit.ticket.team_id);
  const target = team && nextUp(scene, team, edit.ticket.topic);
  if (!target) return atTheTop(edit, reason);
  giveToTeam(edit, scene, {
    teamId: target.teamId,
    happening: {
      event: 'escalated',
      actor,
      reason,
      data: { from: team.teamId, to: target.teamId, passedOver: target.passedOver },
    },
  });
  tellNewPromise(edit, scene);
}

/** Whether there is a team above the one that has it. */
export function canClimb({ ticket }: TicketEdit, scene: Scene): boolean {
  const team = scene.roster.findTeam(ticket.team_id);
  return team !== undefined && nextUp(scene, team, ticket.topic) !== undefined;
}

/** The team above one; undefined at the top, or where there is nobody above. */
function nextUp({ roster, now }: Scene, team: Team, topic: string | null): Route | undefined {
  const request = { topic: topic ?? undefined, teams: roster.staffedTeams(now), now };
  try {
    const route = escalationTarget({ ...request, path: roster.tree.pathOf(team.areaId) });
    return route?.teamId === team.teamId ? undefined : route;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

function atTheTop(edit: TicketEdit, reason: string): void {
  edit.record({ event: 'noted', actor: theClock, reason: `at-the-top-${reason}` });
  edit.alarm(reason);
}

interface Giving {
  teamId: string;
  happening: Happening;
}

/** Moves a ticket to a team, whose members are asked and whose clocks begin. */
export function giveToTeam(edit: TicketEdit, scene: Scene, { teamId, happening }: Giving): void {
  edit.record(happening);
  edit.closeOffers();
  edit.set({ team_id: teamId, assignee_id: null, claimed_at: null, level_round: 0 });
  edit.disarm('held-line');
  stopWaiting(edit, scene);
  if (owesAnswer(edit)) armAnswer(edit, scene);
  offerNext(edit, scene);
}

/** Whether the resident waits for a word of ours. */
export function owesAnswer({ ticket }: Pick<TicketEdit, 'ticket'>): boolean {
  if (ticket.status === 'resolved' || ticket.status === 'waiting') return false;
  return ticket.last_answer_at === null || (ticket.last_resident_at ?? 0) > ticket.last_answer_at;
}

/** The time that the resident was promised has passed or moved: one line says who has it now and by when. */
function tellNewPromise(edit: TicketEdit, scene: Scene): void {
  const dueAt = promisedAt(edit);
  if (dueAt === undefined || !owesAnswer(edit)) return;
  tellResident(edit, scene, { key: 'handoff.moved', values: { team: teamInWords(edit, scene) }, dueAt });
}

import { NotFoundError } from '../../errors.ts';
import type { Team } from '../../team/roster/team.ts';
import { type Candidate, pickOffers } from '../../team/routing/pick-offers.ts';
import { escalationTarget, type Route } from '../../team/routing/route-ticket.ts';
import { type DecisionContext, termsOf } from '../model/decision-context.ts';
import { owesAnswer } from '../model/owes-answer.ts';
import { teamInWords, tellResident } from '../model/resident-messages.ts';
import { type Actor, systemActor, type TicketEdit, type TimelineEntry } from '../model/ticket-edit.ts';
import type { EscalationReason } from '../reasons.ts';
import { armAnswer, armResolution, hurryAnswer, promisedAt, stopWaiting } from '../timers/arm-timers.ts';
import { offerEndsAt, offerRoundsOf } from '../timers/deadlines.ts';

interface OfferOptions {
  /** The member who just gave it back; not asked again. */
  except?: string | undefined;
}

/**
 * Offers the ticket to the next members of the team; after the last round, or when no member is present, escalates it.
 */
export function offerNext(edit: TicketEdit, context: DecisionContext, { except }: OfferOptions = {}): void {
  edit.disarm('offer');
  const terms = termsOf(context, edit.ticket);
  if (edit.ticket.level_round >= offerRoundsOf(terms)) return escalate(edit, context, 'nobody-took-it');
  const memberIds = membersToAsk(edit, context, except);
  if (memberIds.length === 0) return escalate(edit, context, 'nobody-there');
  edit.offer(memberIds);
  const round = edit.ticket.level_round;
  edit.record({ event: 'offered', actor: systemActor, data: { members: memberIds, round } });
  edit.arm('offer', offerEndsAt(context.calendars, terms, context.now));
}

/** Members without an offer so far go first; a small team is asked again. */
function membersToAsk(edit: TicketEdit, context: DecisionContext, except: string | undefined): string[] {
  const { settings } = termsOf(context, edit.ticket);
  const asked = edit.changes.closesOffers ? [] : edit.offers;
  const candidates = candidatesOf(edit, context).filter(
    ({ memberId }) =>
      memberId !== except && !edit.declined.has(memberId) && !edit.changes.declinedBy.has(memberId),
  );
  const request = { candidates, ...settings, now: context.now };
  const fresh = pickOffers({ ...request, offeredBefore: new Set(asked.map(({ memberId }) => memberId)) });
  return fresh.length > 0 ? fresh : pickOffers({ ...request, offeredBefore: new Set() });
}

/** A member gets no offer of their own request. */
function candidatesOf({ ticket, person }: TicketEdit, { roster, workload }: DecisionContext): Candidate[] {
  const others = roster
    .membersOf(ticket.team_id ?? '')
    .filter(({ memberId }) => !roster.isSelf(memberId, person));
  return others.map((member) => ({
    memberId: member.memberId,
    awayFrom: member.awayFrom,
    awayUntil: member.awayUntil,
    removedAt: member.removedAt,
    openTickets: workload.get(member.memberId)?.openTickets ?? 0,
    lastOfferedAt: workload.get(member.memberId)?.lastOfferedAt,
    isReachable: roster.reachable.has(member.memberId),
  }));
}

/** Moves the ticket to the next higher team. At the top it stays, and an operator is notified. */
export function escalate(
  edit: TicketEdit,
  context: DecisionContext,
  reason: EscalationReason,
  actor: Actor = systemActor,
): void {
  const team = context.roster.findTeam(edit.ticket.team_id);
  const target = team && nextUp(context, team, edit.ticket.topic);
  if (!target) return stayAtTop(edit, context, reason);
  giveToTeam(edit, context, {
    teamId: target.teamId,
    entry: {
      event: 'escalated',
      actor,
      reason,
      data: { from: team.teamId, to: target.teamId, passedOver: target.passedOver },
    },
  });
  tellNewTeam(edit, context, 'handoff.moved');
}

/** Whether there is a team above the current one. */
export function canEscalate({ ticket }: TicketEdit, context: DecisionContext): boolean {
  const team = context.roster.findTeam(ticket.team_id);
  return team !== undefined && nextUp(context, team, ticket.topic) !== undefined;
}

/** The next higher team; undefined at the top, or when no higher team has members. */
function nextUp({ roster, now }: DecisionContext, team: Team, topic: string | null): Route | undefined {
  const request = { topic: topic ?? undefined, teams: roster.staffedTeams(now), now };
  try {
    const route = escalationTarget({ ...request, path: roster.tree.pathOf(team.areaId) });
    return route?.teamId === team.teamId ? undefined : route;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/**
 * There is no higher team: an operator is notified, and again after each further term. A resident whose answer is
 * overdue is told so, with a number to call if the office has one.
 */
function stayAtTop(edit: TicketEdit, context: DecisionContext, reason: EscalationReason): void {
  edit.record({ event: 'noted', actor: systemActor, reason: `at-the-top-${reason}` });
  edit.alarm(reason);
  if (reason === 'resolution-missed') return armResolution(edit, context);
  if (reason !== 'first-answer-missed' && reason !== 'next-answer-missed') return;
  armAnswer(edit, context);
  const call = context.callInstead;
  tellResident(edit, context, {
    key: call === undefined ? 'handoff.overdue' : 'handoff.overdue_call',
    values: { team: teamInWords(edit, context), call: call ?? '' },
  });
}

interface GiveParams {
  teamId: string;
  entry: TimelineEntry;
}

/**
 * Moves a ticket to a team and offers it to the members. What the resident was promised never moves later; only a
 * promise that has passed is replaced.
 */
export function giveToTeam(edit: TicketEdit, context: DecisionContext, { teamId, entry }: GiveParams): void {
  noteMissedPromise(edit, context);
  edit.record(entry);
  edit.closeOffers();
  edit.set({ team_id: teamId, assignee_id: null, claimed_at: null, level_round: 0 });
  edit.disarm('holding-reply');
  stopWaiting(edit, context);
  if (owesAnswer(edit)) hurryAnswer(edit, context);
  offerNext(edit, context);
}

/** The ticket moves on before its timer ran, so the new due time must not hide that the old one was missed. */
function noteMissedPromise(edit: TicketEdit, { now }: DecisionContext): void {
  const promised = promisedAt(edit);
  if (promised === undefined || promised > now || !owesAnswer(edit)) return;
  const what = edit.ticket.first_answered_at === null ? 'first-answer' : 'next-answer';
  edit.record({ event: 'noted', actor: systemActor, reason: `${what}-missed` });
}

/** Another team has the ticket: one line gives the team and the due time, if we owe an answer. */
export function tellNewTeam(edit: TicketEdit, context: DecisionContext, key: string): void {
  const dueAt = promisedAt(edit);
  if (dueAt === undefined || !owesAnswer(edit)) return;
  tellResident(edit, context, { key, values: { team: teamInWords(edit, context) }, dueAt });
}

import type { TicketTable } from '../../database/ticket-tables.ts';
import type { TurnFacts } from '../resident-ticket-types.ts';
import { findRoute } from '../routing/find-route.ts';
import { offerNext } from '../routing/offers.ts';
import { makeUrgent, startAnswerTimers } from '../timers/arm-timers.ts';
import { holdingReplyAt, placeWaitEndsAt } from '../timers/deadlines.ts';
import { type DecisionContext, termsOf } from './decision-context.ts';
import { knowsVillage } from './knows-village.ts';
import { editTicket, residentActor, type Ticket, type TicketEdit } from './ticket-edit.ts';
import { noteUnknownPlace, type ToldHome } from './told-home.ts';

export interface NewTicket {
  kind: TicketTable['kind'];
  topic?: string | undefined;
  /** Why a person is asked: the timeline keeps it. */
  cause?: string;
  /** Said to be urgent by the resident, never guessed. */
  urgent?: boolean;
  /** As far as they told; the unit of the OA where they did not. */
  home?: Partial<ToldHome>;
  /** The village is asked for in the same turn: members wait for the answer, a little. */
  asksVillage?: boolean;
  /** Staff of the office are writing by hand: it begins only once they leave the resident without an answer. */
  waitsForStaff?: boolean;
}

type Joining = Pick<NewTicket, 'kind' | 'urgent' | 'cause'> & Pick<TurnFacts, 'phoneEncrypted'>;

/** A ticket with its team, its first offers and all its timers. It has no number before it is written. Pure. */
export function openTicket(turn: TurnFacts, context: DecisionContext, wanted: NewTicket): TicketEdit {
  const home: ToldHome = {
    unitIds: [...(wanted.home?.unitIds ?? []), context.roster.unitOfOa(turn.person.oaId) ?? []].flat(),
    village: wanted.home?.village,
  };
  const located = context.roster.tree.locate(home);
  const route = findRoute(context, located, wanted.topic);
  const isVillageKept = located.isVillageUnknown || located.candidates.length > 0;
  const edit = draftTicket(turn, wanted, {
    area_id: located.areaId || null,
    village_text: isVillageKept ? (home.village ?? null) : null,
    team_id: route?.teamId ?? null,
  });
  edit.record({
    event: 'opened',
    actor: residentActor,
    reason: route?.reason ?? 'no-team',
    data: { cause: wanted.cause ?? 'asked', team: route?.teamId, passedOver: route?.passedOver ?? [] },
  });
  const asksVillage = wanted.asksVillage === true && !knowsVillage(edit.ticket, context.roster);
  begin(edit, context, { ...wanted, asksVillage });
  noteUnknownPlace(edit, located, home);
  return edit;
}

/** The same resident on the same subject is the same request: what is new is added to the open one. Pure. */
export function joinTicket(
  edit: TicketEdit,
  context: DecisionContext,
  { kind, urgent, cause, phoneEncrypted }: Joining,
): void {
  edit.record({ event: 'noted', actor: residentActor, reason: 'asked-again', data: { cause } });
  edit.set({
    last_resident_at: context.now,
    ...(kind === 'call-back' ? { kind } : {}),
    ...(phoneEncrypted === null ? {} : { phone_encrypted: phoneEncrypted }),
  });
  if (!urgent) return;
  makeUrgent(edit, context);
  if (isHeldForVillage(edit)) offerNext(edit, context);
}

function begin(edit: TicketEdit, context: DecisionContext, { waitsForStaff, asksVillage }: NewTicket): void {
  const terms = termsOf(context, edit.ticket);
  if (waitsForStaff) return edit.arm('staff-silent', holdingReplyAt(context.calendars, terms, context.now));
  startAnswerTimers(edit, context);
  // Who is in danger does not wait until they have said where they live.
  if (asksVillage && !edit.ticket.urgent)
    edit.arm('offer', placeWaitEndsAt(context.calendars, terms, context.now));
  else offerNext(edit, context);
}

/** Nobody was asked to take it yet. */
function isHeldForVillage({ ticket, dueAt }: TicketEdit): boolean {
  return ticket.status === 'new' && ticket.level_round === 0 && dueAt('offer') !== undefined;
}

type Placement = Pick<TicketTable, 'area_id' | 'village_text' | 'team_id'>;

function draftTicket(turn: TurnFacts, wanted: NewTicket, placement: Placement): TicketEdit {
  const { conversationId, person, state, lastInteractionAt, now, phoneEncrypted, origin } = turn;
  const ticket: Ticket = {
    ...notYet,
    ...placement,
    conversation_id: conversationId,
    oa_id: person.oaId,
    origin,
    kind: wanted.kind,
    topic: wanted.topic ?? null,
    status: 'new',
    urgent: wanted.urgent ?? false,
    summary: { messages: [] },
    phone_encrypted: phoneEncrypted,
    last_resident_at: now,
    created_at: now,
    updated_at: now,
  };
  return editTicket({
    ticket,
    isNew: true,
    person: {
      conversationId,
      ...person,
      state,
      lastInteractionAt,
      blockedAt: null,
      withdrawnAt: null,
      helpedWith: 0,
    },
    timers: new Map(),
    offers: [],
  });
}

const notYet = {
  id: 0,
  number: 0,
  reason: null,
  done: null,
  merged_into: null,
  assignee_id: null,
  level_round: 0,
  claimed_at: null,
  first_answered_at: null,
  last_answer_at: null,
  holding_reply_at: null,
  resolved_at: null,
  rating: null,
};

import type { TicketTable, Transcript } from '../../database/ticket-tables.ts';
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
  /** The open ticket that the request is about; otherwise the one on the same topic. */
  joins?: number | undefined;
  /** Why a person is needed; goes to the timeline. */
  cause?: string;
  /** The resident said that it is urgent; never guessed. */
  urgent?: boolean;
  /** What the resident told; otherwise the unit of the OA. */
  home?: Partial<ToldHome>;
  /** The bot asks for the village in the same turn: offers wait briefly for the answer. */
  asksVillage?: boolean;
  /** The last messages of the conversation. */
  summary?: Transcript;
  /** Office staff are writing by hand: the ticket starts only if they leave the resident without an answer. */
  waitsForStaff?: boolean;
}

type JoinParams = Pick<NewTicket, 'kind' | 'urgent' | 'cause'> & Pick<TurnFacts, 'phoneEncrypted'>;

/** A ticket with its team, its first offers and all its timers. It gets its number on insert. Pure. */
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

/** Adds a request to the resident's open ticket on the same subject. Pure. */
export function joinTicket(
  edit: TicketEdit,
  context: DecisionContext,
  { kind, urgent, cause, phoneEncrypted }: JoinParams,
): void {
  edit.record({ event: 'noted', actor: residentActor, reason: 'asked-again', data: { cause } });
  edit.set({
    last_resident_at: context.now,
    ...(kind === 'call-back' ? { kind } : {}),
    ...(phoneEncrypted === null ? {} : { phone_encrypted: phoneEncrypted }),
  });
  if (!urgent) return;
  makeUrgent(edit, context);
  if (waitsForVillage(edit)) offerNext(edit, context);
}

function begin(edit: TicketEdit, context: DecisionContext, { waitsForStaff, asksVillage }: NewTicket): void {
  const terms = termsOf(context, edit.ticket);
  if (waitsForStaff) return edit.arm('staff-silent', holdingReplyAt(context.calendars, terms, context.now));
  startAnswerTimers(edit, context);
  // Danger does not wait until the resident has named their village.
  if (asksVillage && !edit.ticket.urgent)
    edit.arm('offer', placeWaitEndsAt(context.calendars, terms, context.now));
  else offerNext(edit, context);
}

/** No member has got an offer yet. */
function waitsForVillage({ ticket, dueAt }: TicketEdit): boolean {
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
    summary: wanted.summary ?? { messages: [] },
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

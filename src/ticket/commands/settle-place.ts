import type { LocatedPlace } from '../../team/areas/area-tree.ts';
import type { DecisionContext } from '../model/decision-context.ts';
import { knowsVillage } from '../model/knows-village.ts';
import { type Actor, residentActor, type TicketEdit } from '../model/ticket-edit.ts';
import { noteUnknownPlace, type ToldHome } from '../model/told-home.ts';
import { actorOf, type Caller, mayLead } from '../permissions.ts';
import type { TicketReason } from '../reasons.ts';
import { refused, type TicketResult } from '../result.ts';
import { findRoute } from '../routing/find-route.ts';
import { giveToTeam, offerNext } from '../routing/offers.ts';

/** The resident named their village: an unassigned ticket goes to the team of that place. */
export function settlePlace(edit: TicketEdit, context: DecisionContext, home: ToldHome): void {
  const unitOfOa = context.roster.unitOfOa(edit.person.oaId);
  const located = context.roster.tree.locate({ ...home, unitIds: [...home.unitIds, unitOfOa ?? []].flat() });
  noteUnknownPlace(edit, located, home);
  edit.set({
    area_id: located.areaId || null,
    village_text: located.isVillageUnknown || located.candidates.length > 0 ? (home.village ?? null) : null,
  });
  const isUnclear = located.candidates.length > 0 || (home.isAmbiguous === true && located.isVillageUnknown);
  const reason = isUnclear ? 'ambiguous-place' : 'place-told';
  const data = { area: located.areaId, village: home.village };
  sendToPlace(edit, context, { located, actor: residentActor, reason, data });
}

/**
 * The resident mentioned a village in a message about something else: it is the place of a ticket that nobody has and
 * that lacks one.
 * @returns whether the ticket took it
 */
export function takeHome(edit: TicketEdit, context: DecisionContext, home: ToldHome | undefined): boolean {
  const isWanted = edit.ticket.status === 'new' && !knowsVillage(edit.ticket, context.roster);
  if (home?.village === undefined || !isWanted) return false;
  settlePlace(edit, context, home);
  return true;
}

/** An operator maps the village that the resident named to an area. */
export function assignPlace(
  edit: TicketEdit,
  context: DecisionContext,
  { areaId, by }: { areaId: string; by: Caller },
): TicketResult {
  if (edit.ticket.status === 'resolved') return refused('resolved');
  if (!mayLead(context, by, edit.ticket)) return refused('not-a-lead');
  const located = { areaId, candidates: [], isVillageUnknown: false };
  const data = { area: areaId, village: edit.ticket.village_text };
  edit.set({ area_id: areaId, village_text: null });
  sendToPlace(edit, context, { located, actor: actorOf(by), reason: 'place-told', data });
  return { kind: 'done' };
}

interface SendToPlaceParams {
  located: LocatedPlace;
  actor: Actor;
  reason: TicketReason;
  data: Record<string, unknown>;
}

function sendToPlace(
  edit: TicketEdit,
  context: DecisionContext,
  { located, actor, reason, data }: SendToPlaceParams,
): void {
  const { ticket } = edit;
  const route = findRoute(context, located, ticket.topic ?? undefined);
  if (ticket.status === 'new' && route && route.teamId !== ticket.team_id) {
    const move = { event: 'transferred', actor, reason } as const;
    giveToTeam(edit, context, {
      teamId: route.teamId,
      entry: {
        ...move,
        data: { ...data, from: ticket.team_id, to: route.teamId, why: route.reason },
      },
    });
    return;
  }
  edit.record({ event: 'noted', actor, reason, data });
  if (ticket.status === 'new' && ticket.level_round === 0) offerNext(edit, context);
}

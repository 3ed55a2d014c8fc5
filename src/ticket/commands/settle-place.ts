import type { DecisionContext } from '../model/decision-context.ts';
import { residentActor, type TicketEdit } from '../model/ticket-edit.ts';
import { noteUnknownPlace, type ToldHome } from '../model/told-home.ts';
import { findRoute } from '../routing/find-route.ts';
import { giveToTeam, offerNext } from '../routing/offers.ts';

/** The resident named their village: a ticket that nobody has yet goes to the team of that place. */
export function settlePlace(edit: TicketEdit, context: DecisionContext, home: ToldHome): void {
  const { ticket } = edit;
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
  const route = findRoute(context, located, ticket.topic ?? undefined);
  if (ticket.status === 'new' && route && route.teamId !== ticket.team_id) {
    const happening = { event: 'transferred', actor: residentActor, reason } as const;
    giveToTeam(edit, context, {
      teamId: route.teamId,
      happening: {
        ...happening,
        data: { ...data, from: ticket.team_id, to: route.teamId, why: route.reason },
      },
    });
    return;
  }
  edit.record({ event: 'noted', actor: residentActor, reason, data });
  if (ticket.status === 'new' && ticket.level_round === 0) offerNext(edit, context);
}

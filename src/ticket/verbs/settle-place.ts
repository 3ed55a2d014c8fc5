import type { LocatedPlace, ToldPlace } from '../../team/area-tree.ts';
import { findRoute } from '../find-route.ts';
import { giveToTeam, offerNext } from '../offers.ts';
import type { Scene } from '../scene.ts';
import type { DeskTurn } from '../ticket-desk.ts';
import { type TicketEdit, theResident } from '../ticket-edit.ts';

/** Where a resident says they live. */
export interface ToldHome extends ToldPlace {
  /** The name may mean several places, and asking did not settle which. */
  isAmbiguous?: boolean | undefined;
}

interface Settling {
  turn: DeskTurn;
  home: ToldHome;
}

/** The resident named their village: a ticket that nobody has yet goes to the team of that place. */
export async function settlePlace(edit: TicketEdit, scene: Scene, { turn, home }: Settling): Promise<void> {
  const { ticket } = edit;
  const unitOfOa = scene.roster.unitOfOa(turn.person.oaId);
  const located = scene.roster.tree.locate({ ...home, unitIds: [...home.unitIds, unitOfOa ?? []].flat() });
  await keepUnknown(turn, { located, home, ticketId: ticket.id });
  edit.set({
    area_id: located.areaId || null,
    village_text: located.isVillageUnknown || located.candidates.length > 0 ? (home.village ?? null) : null,
  });
  const isUnclear = located.candidates.length > 0 || (home.isAmbiguous === true && located.isVillageUnknown);
  const reason = isUnclear ? 'ambiguous-place' : 'place-told';
  const data = { area: located.areaId, village: home.village };
  const route = findRoute(scene, located, ticket.topic ?? undefined);
  if (ticket.status === 'new' && route && route.teamId !== ticket.team_id) {
    const happening = { event: 'transferred', actor: theResident, reason } as const;
    giveToTeam(edit, scene, {
      teamId: route.teamId,
      happening: {
        ...happening,
        data: { ...data, from: ticket.team_id, to: route.teamId, why: route.reason },
      },
    });
    return;
  }
  edit.record({ event: 'noted', actor: theResident, reason, data });
  if (ticket.status === 'new' && ticket.level_round === 0) offerNext(edit, scene);
}

/** A village that no area bears is work for an operator. */
export async function keepUnknown(
  turn: DeskTurn,
  { located, home, ticketId }: { located: LocatedPlace; home: ToldHome; ticketId: number },
): Promise<void> {
  if (!located.isVillageUnknown || home.village === undefined) return;
  await turn.trx
    .insertInto('unknown_places')
    .values({
      text: home.village,
      oa_id: turn.person.oaId,
      area_id: located.areaId || null,
      ticket_id: ticketId,
      at: turn.now,
    })
    .execute();
}

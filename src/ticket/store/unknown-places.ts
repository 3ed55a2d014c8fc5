import type { LocatedPlace, ToldPlace } from '../../team/areas/area-tree.ts';
import type { ResidentTurn } from '../resident-ticket-types.ts';

/** Where a resident says they live. */
export interface ToldHome extends ToldPlace {
  /** The name may mean several places, and asking did not settle which. */
  isAmbiguous?: boolean | undefined;
}

/** A village that no area bears is work for an operator. */
export async function keepUnknown(
  turn: ResidentTurn,
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

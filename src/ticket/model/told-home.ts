import type { LocatedPlace, ToldPlace } from '../../team/areas/area-tree.ts';
import type { TicketEdit } from './ticket-edit.ts';

/** Where a resident says they live. */
export interface ToldHome extends ToldPlace {
  /** The name may mean several places, and the bot's question did not settle which. */
  isAmbiguous?: boolean | undefined;
}

/** Stores an unknown village name for an operator to map. */
export function noteUnknownPlace(edit: TicketEdit, located: LocatedPlace, home: ToldHome): void {
  if (!located.isVillageUnknown || home.village === undefined) return;
  edit.changes.unknownPlace = { name: home.village, areaId: located.areaId || null };
}

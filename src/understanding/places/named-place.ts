import type { Place } from '../../team/places/place.ts';

/** A place as named: `isOldAndNew` when an old and a new unit share the name. */
export type NamedPlace = Place & { isOldAndNew?: boolean | undefined };

/** The unit to remember: the former one where it is known, since its team may still work; else today's. */
export function unitOf({ area, was, isOldAndNew }: NamedPlace): string {
  return isOldAndNew ? area.id : (was ?? area).id;
}

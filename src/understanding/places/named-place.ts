import type { Place } from '../../team/places/place.ts';

/** A place as named: `isOldAndNew` when the name is that of an old and a new unit. */
export type NamedPlace = Place & { isOldAndNew?: boolean | undefined };

/** The unit to remember: the old one where it is known, since its team may still work; else that of today. */
export function unitOf({ area, was, isOldAndNew }: NamedPlace): string {
  return isOldAndNew ? area.id : (was ?? area).id;
}

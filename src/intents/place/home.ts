import { vietnameseDay } from '../../team/areas/area-directory.ts';
import type { Place } from '../../team/places/place.ts';
import { placeOf } from '../../team/places/place-meanings.ts';
import type { PlaceNames } from '../../team/places/place-names.ts';
import { type NamedPlace, unitOf } from '../../understanding/places/named-place.ts';
import type { BotContext } from '../flow/bot-context.ts';
import type { Talk } from '../flow/talk.ts';

/** Remembers a place as the resident's home. @param typedVillage an unknown village, as typed */
export function remember(ctx: BotContext, place: NamedPlace, typedVillage: string | undefined): void {
  ctx.remember({ placeId: unitOf(place), village: place.village?.name ?? typedVillage });
}

/** The resident's home, as far as they named it and the unit still exists. */
export function homeOf(names: PlaceNames, talk: Talk): Place | undefined {
  const { placeId, village } = talk.state;
  if (!placeId || !names.directory.findUnit(placeId)) return undefined;
  return placeFrom(names, talk, { unit: placeId, village });
}

/** A place from a button or the state. A place that the resident chose or typed is no longer a guess. */
export function placeFrom(
  names: PlaceNames,
  { now }: Pick<Talk, 'now'>,
  { unit, village }: { unit?: string | undefined; village?: string | undefined },
): Place {
  const named = village ? { name: village, confidence: 'high' as const } : undefined;
  return placeOf(names.directory, { unitId: unit, village: named }, vietnameseDay(now));
}

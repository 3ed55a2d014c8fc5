import { unitOf } from './named-place.ts';
import type { PlaceReading } from './parse-place.ts';

/** Where a resident lives, to be remembered as they told it. Without a unit that is known, the known one stays. */
export interface HomeTold {
  placeId?: string;
  /** Its known name, or as they typed it. */
  village: string | undefined;
}

/** The home told beside something else; a message about nothing but a place is answered by the place flow. Pure. */
export function findHomeTold(reading: PlaceReading | undefined): HomeTold | undefined {
  if (reading?.kind !== 'home' || reading.isAll || reading.asks) return undefined;
  const { match, village } = reading;
  if (match?.kind === 'found') return { placeId: unitOf(match), village: match.village?.name ?? village };
  return village && !match ? { village } : undefined;
}

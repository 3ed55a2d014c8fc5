import { unitOf } from './named-place.ts';
import type { PlaceReading } from './parse-place.ts';

/** The resident's home, as they named it. Without a known unit, the remembered one stays. */
export interface HomeTold {
  placeId?: string;
  /** Its known name, or as they typed it. */
  village: string | undefined;
}

/** The home in a message about something else; the place flow answers a message that is only about a place. Pure. */
export function findHomeTold(reading: PlaceReading | undefined): HomeTold | undefined {
  if (reading?.kind !== 'home' || reading.isAll || reading.asks) return undefined;
  const { match, village } = reading;
  if (match?.kind === 'found') return { placeId: unitOf(match), village: match.village?.name ?? village };
  return village && !match ? { village } : undefined;
}

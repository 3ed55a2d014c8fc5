import type { Span } from '../../nlu/text/span.ts';
import type { Unit } from '../areas/area-directory.ts';
import type { Village } from './name-index.ts';

/** Where somebody lives, or what a name means: always a unit of the asked day, with what it was before. */
export interface Place {
  /** The unit of the asked day. */
  area: Unit;
  /** The unit that the name denotes, when that is no more. */
  was?: Unit | undefined;
  /** Units between the two, oldest first. */
  via: readonly Unit[];
  /** First day of `area`, yyyy-mm-dd; undefined where nothing changed. */
  since?: string | undefined;
  village?: Village | undefined;
}

export interface FoundPlace extends Span, Place {
  kind: 'found';
  /** An old and a new unit bear this name and both are `area` today: `was` is the old one. */
  isOldAndNew?: boolean | undefined;
}

/** To be asked back; with one candidate: "is it …?" */
export interface AmbiguousPlace extends Span {
  kind: 'ambiguous';
  /** Names that look alike; one name of an old and a new unit; a slip of the finger. */
  why: 'alike' | 'old-and-new' | 'slip';
  /** The name as typed. */
  typed: string;
  candidates: Place[];
}

export type PlaceMatch = FoundPlace | AmbiguousPlace;

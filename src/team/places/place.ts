import type { Span } from '../../nlu/text/span.ts';
import type { Unit } from '../areas/area-directory.ts';
import type { Village } from './name-index.ts';

/** Where a person lives, or what a name means: always a unit of the given day, with its predecessor. */
export interface Place {
  /** The unit of the given day. */
  area: Unit;
  /** The unit that the name denotes, if it no longer exists. */
  was?: Unit | undefined;
  /** Units between the two, oldest first. */
  via: readonly Unit[];
  /** First day of `area`, yyyy-mm-dd; undefined when nothing changed. */
  since?: string | undefined;
  village?: Village | undefined;
}

export interface FoundPlace extends Span, Place {
  kind: 'found';
  /** An old and a new unit have this name and both are `area` today: `was` is the old one. */
  isOldAndNew?: boolean | undefined;
}

/** The bot asks which one; with one candidate: "is it …?" */
export interface AmbiguousPlace extends Span {
  kind: 'ambiguous';
  /** Similar names; one name of an old and a new unit; a typo. */
  why: 'alike' | 'old-and-new' | 'slip';
  /** The name as typed. */
  typed: string;
  candidates: Place[];
}

export type PlaceMatch = FoundPlace | AmbiguousPlace;

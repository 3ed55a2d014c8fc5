import type { KindHead } from '../emergency/kind-head.ts';
import type { PhraseTable } from '../emergency/phrase-finder.ts';

/** Everything learned about scams. Plain data: it can be passed to `structuredClone` and stored in a file. */
export interface ScamModel {
  meanings: PhraseTable;
  /** Phrases that turn into everyday words without their diacritics. */
  onlyMarked: string[];
  /** A label for each of `scamLabels`. */
  head: KindHead;
}

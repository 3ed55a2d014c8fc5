import type { FeatureTable } from '../emergency/feature-table.ts';
import type { PhraseTable } from '../emergency/phrase-finder.ts';

/** Everything learned about scams. Plain data: it can be passed to `structuredClone` and stored in a file. */
export interface ScamModel {
  meanings: PhraseTable;
  /** Phrases that turn into everyday words without their diacritics. */
  onlyMarked: string[];
  table: FeatureTable;
  /** The weight of row r for label l is at r × labels + l; the last row is the bias. */
  weights: Float32Array;
}

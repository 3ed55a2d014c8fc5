import type { EmergencyLessons } from './emergency.ts';
import type { FeatureTable } from './feature-table.ts';

/**
 * Everything learned about emergencies. Plain data: it can be passed to `structuredClone` and stored in a
 * file.
 */
export interface EmergencyModel extends Pick<EmergencyLessons, 'meanings' | 'cues'> {
  /** Phrases that turn into everyday words without their diacritics. */
  onlyMarked: string[];
  kinds: string[];
  table: FeatureTable;
  /** Row by row: a weight for "no emergency" and for each kind; the last row is the bias. */
  weights: Float32Array;
}

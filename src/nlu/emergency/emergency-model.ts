import type { LinearHead } from '../classifier/linear-head.ts';
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
  /** Row → weight for an emergency (above 0) or against it; the last weight is the bias. */
  danger: Float32Array;
  /** Separates the kinds of emergency. */
  kindHead: LinearHead;
}

import type { LinearHead } from '../classifier/linear-head.ts';
import type { EmergencyLessons } from './emergency.ts';
import type { FeatureTable } from './feature-table.ts';

/** All that was learned of emergencies. Plain data: it goes through `structuredClone` and into a file. */
export interface EmergencyModel extends Pick<EmergencyLessons, 'meanings' | 'cues'> {
  /** Phrases that are everyday words without their diacritics. */
  onlyMarked: string[];
  kinds: string[];
  table: FeatureTable;
  /** Row → how much it speaks for an emergency (above 0) or against it; the last one is always added. */
  danger: Float32Array;
  /** Tells the kinds apart. */
  kindHead: LinearHead;
}

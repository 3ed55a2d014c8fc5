import type { EmergencyLessons } from './emergency.ts';
import type { KindHead } from './kind-head.ts';

/**
 * Everything learned about emergencies. Plain data: it can be passed to `structuredClone` and stored in a
 * file.
 */
export interface EmergencyModel extends Pick<EmergencyLessons, 'meanings' | 'cues'> {
  /** Phrases that turn into everyday words without their diacritics. */
  onlyMarked: string[];
  kinds: string[];
  /** Label 0 is "no emergency", label n the n-th kind. */
  head: KindHead;
}

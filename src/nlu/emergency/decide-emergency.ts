import type { EmergencyLevel } from './emergency.ts';

/** What speaks for an emergency in one message. */
export interface EmergencyEvidence {
  /** What was learned, 0..1. */
  probability: number;
  /** Whether one of the reviewed cues stands in it. */
  hasCue: boolean;
}

export interface EmergencyThresholds {
  sure: number;
  likely: number;
  /** Beside a cue. */
  sureWithCue: number;
  likelyWithCue: number;
}

/**
 * What is not heard may cost a life, a false reply frightens, a line too many costs a glance. Measured by
 * cross-validation: `likely` where one in twenty-five near misses gets the line, `sure` where one in a hundred gets
 * the reply.
 */
const measuredThresholds: EmergencyThresholds = {
  sure: 0.8,
  likely: 0.28,
  sureWithCue: 0.5,
  likelyWithCue: 0.12,
};

/** Weighs the cues and what was learned. Pure. */
export function decideEmergency(
  { probability, hasCue }: EmergencyEvidence,
  thresholds: EmergencyThresholds = measuredThresholds,
): EmergencyLevel {
  if (probability >= (hasCue ? thresholds.sureWithCue : thresholds.sure)) return 'sure';
  if (probability >= (hasCue ? thresholds.likelyWithCue : thresholds.likely)) return 'likely';
  return 'none';
}

import type { EmergencyLevel } from './emergency.ts';

/** The evidence for an emergency in one message. */
export interface EmergencyEvidence {
  /** Probability that the trained model gives, 0..1. */
  probability: number;
  /** Whether the message contains one of the reviewed cues. */
  hasCue: boolean;
}

export interface EmergencyThresholds {
  sure: number;
  likely: number;
  /** The threshold for `sure` if the message also contains a cue. */
  sureWithCue: number;
  likelyWithCue: number;
}

/**
 * A missed emergency may cost a life, a false reply frightens, an unneeded line costs a glance. Set by
 * cross-validation: `likely` so that 1 in 25 near misses gets the line, `sure` so that 1 in 100 gets the
 * reply.
 */
const measuredThresholds: EmergencyThresholds = {
  sure: 0.8,
  likely: 0.28,
  sureWithCue: 0.5,
  likelyWithCue: 0.12,
};

/** Combines the cues and the probability. Pure. */
export function decideEmergency(
  { probability, hasCue }: EmergencyEvidence,
  thresholds: EmergencyThresholds = measuredThresholds,
): EmergencyLevel {
  if (probability >= (hasCue ? thresholds.sureWithCue : thresholds.sure)) return 'sure';
  if (probability >= (hasCue ? thresholds.likelyWithCue : thresholds.likely)) return 'likely';
  return 'none';
}

import type { EmergencyLevel } from './emergency.ts';

/** The evidence for an emergency in one message. */
export interface EmergencyEvidence {
  /** Probability that the trained model gives, 0..1. */
  probability: number;
  /** Whether the message contains one of the reviewed cues. */
  hasCue: boolean;
  /** How many words the message has. */
  wordCount: number;
}

export interface EmergencyThresholds {
  sure: number;
  likely: number;
  /** The threshold for `sure` if the message also contains a cue. */
  sureWithCue: number;
  likelyWithCue: number;
  /** Thresholds for a few words without a cue: "vô dụng quá" says too little to be sure. */
  sureIfShort: number;
  likelyIfShort: number;
}

/** Fewer words than this are a few words. */
const fullMessageWords = 4;
/** Fewer words than this, without a cue, are never sure: "tạm biệt". */
const minSureWords = 3;

/**
 * A missed emergency may cost a life, a false reply frightens, an unneeded line costs a glance. Set by
 * cross-validation, where 93 in 100 emergencies are heard: of the near misses that were written to deceive, 1 in 20
 * gets the line and 1 in 42 the reply; of ordinary messages 1 in 100 and 1 in 280.
 */
const measuredThresholds: EmergencyThresholds = {
  sure: 0.77,
  likely: 0.25,
  sureWithCue: 0.55,
  likelyWithCue: 0.12,
  sureIfShort: 0.95,
  likelyIfShort: 0.75,
};

/** Combines the cues and the probability. Pure. */
export function decideEmergency(
  evidence: EmergencyEvidence,
  thresholds: EmergencyThresholds = measuredThresholds,
): EmergencyLevel {
  const { sure, likely } = thresholdsFor(evidence, thresholds);
  const saysEnough = evidence.hasCue || evidence.wordCount >= minSureWords;
  if (saysEnough && evidence.probability >= sure) return 'sure';
  return evidence.probability >= likely ? 'likely' : 'none';
}

function thresholdsFor({ hasCue, wordCount }: EmergencyEvidence, thresholds: EmergencyThresholds) {
  if (hasCue) return { sure: thresholds.sureWithCue, likely: thresholds.likelyWithCue };
  if (wordCount < fullMessageWords) return { sure: thresholds.sureIfShort, likely: thresholds.likelyIfShort };
  return thresholds;
}

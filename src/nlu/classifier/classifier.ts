import type { DetectEmergency, EmergencyLessons } from '../emergency/emergency.ts';
import type { Brand } from '../text/brands.ts';

/** One thing a message may want, with how likely it is (0..1). */
export interface Candidate {
  intent: string;
  topic: string;
  probability: number;
}

/** How likely it is that one of these is meant. */
export function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { probability }) => sum + probability, 0);
}

/** Vietnamese text → what it wants. Pure and deterministic once trained; never throws, whatever the text. */
export interface Classifier {
  /** Likeliest first, probabilities summing to at most 1. Empty for a text with nothing to go by. */
  classify(text: string): Candidate[];
  /** Whether somebody is in danger; absent where nothing was learned of that. */
  detectEmergency?: DetectEmergency;
}

/** Something in a text that speaks for an intent (above 0) or against it, as part of its score. */
export interface Evidence {
  name: string;
  score: number;
}

/** A classifier that can say why, for operators. */
export interface ExplainingClassifier extends Classifier {
  /** What decided about an intent, the strongest first. */
  explain(text: string, intent: string): Evidence[];
}

/** What a classifier is trained from: one line a resident might write, and what it wants. */
export interface Example {
  text: string;
  intent: string;
  topic: string;
}

/** Everything that a locale teaches a classifier. */
export interface TrainingData {
  examples: Example[];
  /** Titles of intents: learned like examples, but no way that people write, so never used to measure. */
  titles: Example[];
  brands: Brand[];
  /** Ways to say the same, by a name of ours. */
  synonyms: Record<string, string[]>;
  emergencies?: EmergencyLessons | undefined;
}

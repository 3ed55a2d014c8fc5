import type { DetectEmergency, EmergencyLessons } from '../emergency/emergency.ts';
import type { FindSecrets } from '../learned-secrets/create-secret-finder.ts';
import type { SecretLesson } from '../learned-secrets/learned-secrets.ts';
import type { AskedExample, NeedReading, NextExample, TurnLessons } from '../needs/need.ts';
import type { DetectScam, ScamLessons } from '../scam/scam.ts';
import type { SignalName, WeighedSignal } from '../signals/learned-signal.ts';
import type { SignalLessons } from '../signals/signal-examples.ts';
import type { Brand } from '../text/brands.ts';

/** One possible intent of a message and its probability (0..1). */
export interface Candidate {
  intent: string;
  topic: string;
  probability: number;
}

/** The probability that one of these is meant. */
export function sumOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { probability }) => sum + probability, 0);
}

/** Classifies a Vietnamese text. Pure and deterministic once trained; never throws, whatever the text. */
export interface Classifier {
  /** Likeliest first; the probabilities sum to at most 1. Empty for a text without usable features. */
  classify(text: string): Candidate[];
  /** What the text asks of its object; absent if the model learned nothing about objects. */
  readNeed?(text: string): NeedReading;
  /** Detects a person in danger; absent if the model learned nothing about emergencies. */
  detectEmergency?: DetectEmergency;
  /** Detects the stage of a scam; absent if the model learned nothing about scams. */
  detectScam?: DetectScam;
  /** Weighs a signal; absent, or undefined, if the model did not learn it. */
  weighSignal?: (name: SignalName, text: string) => WeighedSignal | undefined;
  /** Finds secrets that no rule finds; absent if the model learned nothing about secrets. */
  findSecrets?: FindSecrets;
}

/** A part of a text that counts for an intent (above 0) or against it, as part of its score. */
export interface Evidence {
  name: string;
  score: number;
}

/** A classifier that explains its choice to operators. */
export interface ExplainingClassifier extends Classifier {
  /** What decided for or against an intent, strongest first. */
  explain(text: string, intent: string): Evidence[];
}

/** A training example: one line that a resident might write, and its intent. */
export interface Example {
  text: string;
  intent: string;
  topic: string;
}

/** Everything that a locale teaches the classifier. */
export interface TrainingData {
  examples: Example[];
  /**
   * Titles of intents. The classifier learns from them, but evaluations leave them out: no resident writes
   * like that.
   */
  titles: Example[];
  /** What residents ask of objects; the classifier learns their intents too. */
  asked?: AskedExample[] | undefined;
  /** What residents ask once they were told of an object; the needs are learned from it, no intent. */
  next?: NextExample[] | undefined;
  /** Later turns of talks, from which the need is learned but no intent. */
  turns?: TurnLessons | undefined;
  brands: Brand[];
  /** Synonyms, by a name that only we use. */
  synonyms: Record<string, string[]>;
  emergencies?: EmergencyLessons | undefined;
  scams?: ScamLessons | undefined;
  signals?: Partial<Record<SignalName, SignalLessons>> | undefined;
  secrets?: readonly SecretLesson[] | undefined;
}

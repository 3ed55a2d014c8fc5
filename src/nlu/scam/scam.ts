import type { PhraseTable } from '../emergency/phrase-finder.ts';

/** Where a resident is in a scam, the worst last. */
export const scamStages = ['about-to', 'going-on', 'installed', 'gave-secret', 'paid', 'threatened'] as const;
export type ScamStage = (typeof scamStages)[number];

/** What the model tells apart: the stages, talk about scams in general (`tell`), and anything else. */
export const scamLabels = [...scamStages, 'tell', 'none'] as const;
type ScamLabel = (typeof scamLabels)[number];

export interface ScamExample {
  text: string;
  label: ScamLabel;
}

/** Everything that a locale teaches about scams. */
export interface ScamLessons {
  examples: ScamExample[];
  /** Synonyms: what the model learns from one of them helps with the others. */
  meanings: PhraseTable;
}

export interface ScamReading {
  /** `sure`: the message itself tells of a scam; `likely`: it does if the resident spoke of a scam just before. */
  level: 'sure' | 'likely';
  /** The likeliest stage. */
  stage: ScamStage;
  /** It says that the harm was not done: "tôi chưa cài". The stage is the one before it. */
  isDenied?: boolean;
}

/** Undefined for a message without a scam. Pure and deterministic; never throws, whatever the text. */
export type DetectScam = (text: string) => ScamReading | undefined;

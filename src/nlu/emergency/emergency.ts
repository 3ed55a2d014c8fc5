import type { PhraseTable } from './phrase-finder.ts';

/** A text and the kind of emergency it reports; `kind` is undefined for a near miss. */
interface EmergencyExample {
  text: string;
  kind: string | undefined;
}

/** Everything that a locale teaches about emergencies. */
export interface EmergencyLessons {
  examples: EmergencyExample[];
  /** Synonyms: what the model learns from one of them helps with the others. */
  meanings: PhraseTable;
  /** Kind → words that are enough to detect it. */
  cues: PhraseTable;
}

/** `sure`: tell the resident at once whom to call; `likely`: add the number and ask; `none`. */
export type EmergencyLevel = 'sure' | 'likely' | 'none';

export interface EmergencyReading {
  level: EmergencyLevel;
  /** The likeliest kind; undefined without a model or for an empty text. */
  kind: string | undefined;
  /** Other kinds that it may be, likeliest first; empty if the kind is clear. */
  others: readonly string[];
  /** Whether the message contains one of the reviewed cues. */
  hasCue: boolean;
}

/** Pure and deterministic; never throws, whatever the text. */
export type DetectEmergency = (text: string) => EmergencyReading;

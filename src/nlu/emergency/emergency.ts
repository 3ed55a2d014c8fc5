import type { PhraseTable } from './phrase-finder.ts';

/** What somebody wrote, and the kind of emergency it tells of; undefined for one that only looks or sounds like one. */
interface EmergencyExample {
  text: string;
  kind: string | undefined;
}

/** Everything that a locale teaches about emergencies. */
export interface EmergencyLessons {
  examples: EmergencyExample[];
  /** Ways to say the same: what is learned from one of them helps with the others. */
  meanings: PhraseTable;
  /** Kind → words that alone tell of it. */
  cues: PhraseTable;
}

/** Sure enough to say at once whom to call; likely enough to name the number and ask; none. */
export type EmergencyLevel = 'sure' | 'likely' | 'none';

export interface EmergencyReading {
  level: EmergencyLevel;
  /** The likeliest kind; undefined when nothing was learned or the text says nothing. */
  kind: string | undefined;
}

/** Pure and deterministic; never throws, whatever the text. */
export type DetectEmergency = (text: string) => EmergencyReading;

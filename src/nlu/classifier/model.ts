import type { EmergencyModel } from '../emergency/emergency-model.ts';
import type { SpellingBook } from '../text/spelling-correction.ts';
import type { TrainingData } from './classifier.ts';
import type { LinearHead } from './linear-head.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What an intent is called, and where it belongs. */
export interface Label {
  intent: string;
  topic: string;
}

/**
 * All that was learned, and the brands and synonyms it was learned with: a text has to be read with the same ones.
 * Plain data: it goes through `structuredClone` and into a file.
 */
export interface Model extends Pick<TrainingData, 'brands' | 'synonyms'> {
  labels: Label[];
  topics: string[];
  /** Label number → topic number. */
  topicOf: Uint16Array;
  spelling: SpellingBook;
  vocabulary: Vocabulary;
  /** Tells intents apart; `topicHead` tells topics apart, from all their examples together. */
  intentHead: LinearHead;
  topicHead: LinearHead;
  emergency?: EmergencyModel | undefined;
}

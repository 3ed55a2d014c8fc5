import type { EmergencyModel } from '../emergency/emergency-model.ts';
import type { ScoreTable } from '../heads/score-table.ts';
import type { SecretModel } from '../learned-secrets/learned-secrets.ts';
import type { NeedNames } from '../needs/need-heads.ts';
import type { ScamModel } from '../scam/scam-model.ts';
import type { SignalModels } from '../signals/learned-signal.ts';
import type { SpellingBook } from '../text/spelling-correction.ts';
import type { TrainingData } from './classifier.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The id and the topic of an intent. */
export interface Label {
  intent: string;
  topic: string;
}

/**
 * Everything that was learned, with the brands and synonyms used in training: texts must be read with the
 * same ones. Plain data: it can be passed to `structuredClone` and stored in a file.
 */
export interface Model extends Pick<TrainingData, 'brands' | 'synonyms'> {
  labels: Label[];
  topics: string[];
  /** Label number → topic number. */
  topicOf: Uint16Array;
  spelling: SpellingBook;
  vocabulary: Vocabulary;
  /**
   * The heads on this vocabulary: one separates the intents; one the topics, using all their examples together; then
   * those of the needs.
   */
  scores: ScoreTable;
  needs?: NeedNames | undefined;
  emergency?: EmergencyModel | undefined;
  scam?: ScamModel | undefined;
  signals?: SignalModels | undefined;
  secrets?: SecretModel | undefined;
}

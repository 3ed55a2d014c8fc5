import { addScores } from '../classifier/linear-head.ts';
import { decideEmergency, type EmergencyEvidence } from './decide-emergency.ts';
import type { DetectEmergency, EmergencyReading } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { toRows } from './feature-table.ts';
import { featuresOf } from './features.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readWords } from './read-words.ts';
import { scoreOf } from './train-danger.ts';
import { vectorOf } from './train-emergency.ts';

/** Characters; the rest of a longer message is ignored. */
const maxLength = 1200;

export interface EmergencyDetector {
  detect: DetectEmergency;
  /** The evidence behind a decision of `detect`, for measuring. */
  weigh(text: string): EmergencyEvidence & { kind: string | undefined };
}

/** Detects emergencies with the trained model and the reviewed cues. */
export function createEmergencyDetector(model: EmergencyModel): EmergencyDetector {
  const onlyMarked = new Set(model.onlyMarked);
  const findMeanings = createPhraseFinder(model.meanings, onlyMarked);
  const findCues = createPhraseFinder(model.cues, onlyMarked);
  const scores = new Float64Array(model.kinds.length);

  const likeliestKind = (rows: Uint32Array): string | undefined => {
    addScores(model.kindHead, vectorOf(rows), scores);
    return model.kinds[scores.indexOf(Math.max(...scores))];
  };
  const weigh: EmergencyDetector['weigh'] = (text) => {
    const words = readWords(text.slice(0, maxLength));
    const rows = toRows(model.table, featuresOf({ words, meanings: findMeanings(words) }));
    return {
      probability: 1 / (1 + Math.exp(-scoreOf(rows, model.danger))),
      hasCue: findCues(words).length > 0,
      wordCount: words.length,
      kind: likeliestKind(rows),
    };
  };
  /** Several handlers ask about the same message. */
  let last: { text: string; reading: EmergencyReading } | undefined;
  return {
    weigh,
    detect(text) {
      if (last?.text !== text) {
        const { kind, ...evidence } = weigh(text);
        last = { text, reading: { level: decideEmergency(evidence), kind } };
      }
      return last.reading;
    },
  };
}

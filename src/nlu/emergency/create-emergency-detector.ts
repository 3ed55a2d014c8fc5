import { decideEmergency, type EmergencyEvidence } from './decide-emergency.ts';
import type { DetectEmergency, EmergencyReading } from './emergency.ts';
import type { EmergencyModel } from './emergency-model.ts';
import { featuresOf } from './features.ts';
import { readKinds } from './kind-head.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { rankKinds } from './rank-kinds.ts';
import { readWords } from './read-words.ts';

/** Characters; the rest of a longer message is ignored. */
const maxLength = 1200;

export interface EmergencyDetector {
  detect: DetectEmergency;
  /** The evidence behind a decision of `detect`, for measuring. */
  weigh(text: string): EmergencyEvidence & Omit<EmergencyReading, 'level'>;
}

/** Detects emergencies with the trained model and the reviewed cues. */
export function createEmergencyDetector(model: EmergencyModel): EmergencyDetector {
  const { head, kinds } = model;
  const onlyMarked = new Set(model.onlyMarked);
  const findMeanings = createPhraseFinder(model.meanings, onlyMarked);
  const findCues = createPhraseFinder(model.cues, onlyMarked);
  const probabilities = new Float64Array(kinds.length + 1);

  const weigh: EmergencyDetector['weigh'] = (text) => {
    const words = readWords(text.slice(0, maxLength));
    readKinds(head, featuresOf({ words, meanings: findMeanings(words) }), probabilities);
    const [kind, ...others] = rankKinds(probabilities).map((at) => kinds[at] ?? '');
    return {
      probability: 1 - (probabilities[0] as number),
      hasCue: findCues(words).length > 0,
      wordCount: words.length,
      kind,
      others,
    };
  };
  /** Several handlers ask about the same message. */
  let last: { text: string; reading: EmergencyReading } | undefined;
  return {
    weigh,
    detect(text) {
      if (last?.text === text) return last.reading;
      const { kind, others, ...evidence } = weigh(text);
      const reading = { level: decideEmergency(evidence), kind, others, hasCue: evidence.hasCue };
      last = { text, reading };
      return reading;
    },
  };
}

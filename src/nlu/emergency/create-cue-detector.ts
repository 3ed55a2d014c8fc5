import type { DetectEmergency, EmergencyLessons } from './emergency.ts';
import { createPhraseFinder } from './phrase-finder.ts';
import { readWords } from './read-words.ts';

/**
 * Detects emergencies by the reviewed cues alone, never with level `sure`: for a bot that has no trained
 * model yet.
 */
export function createCueDetector({ cues }: Pick<EmergencyLessons, 'cues'>): DetectEmergency {
  const findCues = createPhraseFinder(cues);
  const kinds = Object.keys(cues);
  return (text) => {
    const [cue] = findCues(readWords(text));
    if (!cue) return { level: 'none', kind: undefined, others: [], hasCue: false };
    return { level: 'likely', kind: kinds[cue.name], others: [], hasCue: true };
  };
}

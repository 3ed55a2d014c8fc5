import type { EmergencyLessons } from '../emergency/emergency.ts';
import { createPhraseFinder } from '../emergency/phrase-finder.ts';
import { readWords } from '../emergency/read-words.ts';

/** Labelled messages, synonyms and cues; `kind` is the label. */
export interface SignalLessons extends EmergencyLessons {
  /** Messages about something else: those without a cue are negative examples. */
  ordinary: readonly string[];
}

type SignalExample = EmergencyLessons['examples'][number];

/** A prime, so that neighbouring examples meet ordinary messages far apart. */
const longStride = 997;

/**
 * All examples that a signal is trained on. Reads every ordinary message, which takes a second: so it is done where a
 * model is trained, not where the lessons are read.
 */
export function signalExamples({ examples, ordinary, cues }: SignalLessons): SignalExample[] {
  const findCues = createPhraseFinder(cues);
  const others = ordinary.filter((text) => findCues(readWords(text)).length === 0);
  const negatives = others.map((text) => ({ text, kind: undefined }));
  return [...examples, ...inLongerMessages(examples, others), ...negatives];
}

/** Residents say it in the middle of something else: each example also before and after an ordinary question. */
function inLongerMessages(examples: readonly SignalExample[], others: readonly string[]): SignalExample[] {
  if (others.length === 0) return [];
  const partner = (at: number) => others[(at * longStride) % others.length] ?? '';
  return examples.flatMap(({ text, kind }, at) => [
    { text: `${text}, ${partner(2 * at)}`, kind },
    { text: `${partner(2 * at + 1)}, ${text}`, kind },
  ]);
}

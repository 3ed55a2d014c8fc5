import { featuresOf } from '../emergency/features.ts';
import type { FindPhrases } from '../emergency/phrase-finder.ts';
import { type MarkedWord, readWords } from '../emergency/read-words.ts';
import { scamCues } from './scam-cues.ts';

/** Characters; the rest of a longer message is ignored. */
const maxLength = 1200;
/** "20tr", "3tr5", "500k": the amount itself says nothing about the stage. */
const sum = /^\d+(?:tr|k|trieu|cu|ty|m|d)\d*$/;
const number = /^\d+$/;
const fnvPrime = 0x01000193;
const fnvStart = 0x811c9dc5;

/** The words of a message, sums and numbers without their value. */
export function readScamWords(text: string): readonly MarkedWord[] {
  const words = readWords(text.slice(0, maxLength));
  if (!words.some(({ plain }) => number.test(plain) || sum.test(plain))) return words;
  return words.map((word) => {
    if (sum.test(word.plain)) return { plain: '#sum', marked: undefined };
    return number.test(word.plain) ? { plain: '#number', marked: undefined } : word;
  });
}

/** The hashes of all features, each once: those of the emergency model, and the cues of a scam. */
export function scamFeaturesOf(words: readonly MarkedWord[], findMeanings: FindPhrases): Uint32Array {
  const features = featuresOf({ words, meanings: findMeanings(words) });
  const cues = [...scamCues(words)].map(hashOf);
  const all = new Uint32Array(features.length + cues.length);
  all.set(features);
  all.set(cues, features.length);
  return all;
}

function hashOf(cue: string): number {
  let hash = fnvStart;
  for (let at = 0; at < cue.length; at++) hash = Math.imul(hash ^ cue.charCodeAt(at), fnvPrime);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

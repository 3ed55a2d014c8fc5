import { standsAt } from './stands-at.ts';

/** Maps words to the numbers of their meanings, each once, in ascending order. */
export type MeaningReader = (words: readonly string[]) => number[];

interface Phrase {
  words: string[];
  meaning: number;
}

/**
 * A meaning is a list of synonyms ("tải", "cài", "lắp"): what the classifier learns from one of them helps
 * with the others. The longest of the phrases that begin at the same word wins; a phrase may have several
 * meanings.
 * @param synonyms by a name that only people read
 * @param normalise as the texts are normalised
 */
export function createMeaningReader(
  synonyms: Record<string, readonly string[]>,
  normalise: (text: string) => string,
): MeaningReader {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const [meaning, phrases] of Object.values(synonyms).entries()) {
    for (const phrase of new Set(phrases.map((each) => normalise(each)))) {
      if (phrase === '') continue;
      const words = phrase.split(' ');
      const first = words[0] as string;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, meaning }]);
    }
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);

  return (words) => {
    const meanings = new Set<number>();
    for (let at = 0; at < words.length; at++) {
      let longest = 0;
      for (const phrase of byFirstWord.get(words[at] as string) ?? []) {
        if (phrase.words.length < longest) break;
        if (!standsAt(words, at, phrase.words)) continue;
        longest = phrase.words.length;
        meanings.add(phrase.meaning);
      }
      if (longest > 1) at += longest - 1;
    }
    return [...meanings].sort((a, b) => a - b);
  };
}

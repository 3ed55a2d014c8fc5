import { standsAt } from '../nlu/text/stands-at.ts';

export interface Phrase<Meaning> {
  tokens: readonly string[];
  meaning: Meaning;
}

/**
 * The meanings of the phrases in a text, the longer phrases first; each word belongs to one phrase. Removes their words
 * from `tokens`.
 */
export type TakePhrases<Meaning> = (tokens: (string | undefined)[]) => Meaning[];

/** Looks phrases up by their first word, so that the time does not grow with their number. */
export function createTakePhrases<Meaning>(phrases: readonly Phrase<Meaning>[]): TakePhrases<Meaning> {
  const longestFirst = phrases
    .filter(({ tokens }) => tokens.length > 0)
    .toSorted((a, b) => b.tokens.length - a.tokens.length)
    .map((phrase, rank) => ({ ...phrase, rank }));
  const byFirst = new Map<string | undefined, typeof longestFirst>();
  for (const phrase of longestFirst) {
    const [first] = phrase.tokens;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return (tokens) => {
    const candidates = [...new Set(tokens)]
      .flatMap((token) => byFirst.get(token) ?? [])
      .sort((a, b) => a.rank - b.rank);
    const found: Meaning[] = [];
    for (const { tokens: wanted, meaning } of candidates) {
      for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
        if (!standsAt(tokens, at, wanted)) continue;
        tokens.fill(undefined, at, at + wanted.length);
        if (!found.includes(meaning)) found.push(meaning);
      }
    }
    return found;
  };
}

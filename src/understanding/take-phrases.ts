import { standsAt } from '../nlu/text/stands-at.ts';

export interface Phrase<Meaning> {
  tokens: readonly string[];
  meaning: Meaning;
}

/** A phrase found in a text: its words are those from `start` to before `end`. */
export interface Taken<Meaning> {
  meaning: Meaning;
  start: number;
  end: number;
}

/**
 * The phrases in a text, the longer ones first; each word belongs to one phrase. Removes their words from `tokens`.
 * @param fits whether a phrase may stand at these words
 */
export type TakePhrases<Meaning> = (
  tokens: (string | undefined)[],
  fits?: (start: number, end: number) => boolean,
) => Taken<Meaning>[];

/** Looks phrases up by their first word, so that the time does not grow with their number. */
export function createTakePhrases<Meaning>(phrases: readonly Phrase<Meaning>[]): TakePhrases<Meaning> {
  const longestFirst = phrases
    .filter(({ tokens }) => tokens.length > 0)
    .toSorted((a, b) => b.tokens.length - a.tokens.length)
    .map((phrase, rank) => ({ ...phrase, rank }));
  const byFirst = new Map<string | undefined, typeof longestFirst>();
  for (const phrase of longestFirst) {
    const own = byFirst.get(phrase.tokens[0]);
    if (own) own.push(phrase);
    else byFirst.set(phrase.tokens[0], [phrase]);
  }
  const none: typeof longestFirst = [];
  return (tokens, fits = () => true) => {
    const matches: { phrase: (typeof longestFirst)[number]; at: number }[] = [];
    for (let at = 0; at < tokens.length; at++) {
      for (const phrase of byFirst.get(tokens[at]) ?? none) {
        if (standsAt(tokens, at, phrase.tokens)) matches.push({ phrase, at });
      }
    }
    if (matches.length > 1) matches.sort((a, b) => a.phrase.rank - b.phrase.rank || a.at - b.at);
    const taken: Taken<Meaning>[] = [];
    for (const { phrase, at } of matches) {
      // A longer phrase may have taken some of its words.
      const end = at + phrase.tokens.length;
      if (!standsAt(tokens, at, phrase.tokens) || !fits(at, end)) continue;
      tokens.fill(undefined, at, end);
      taken.push({ meaning: phrase.meaning, start: at, end });
    }
    return taken;
  };
}

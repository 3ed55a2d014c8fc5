import { type MarkedWord, readWords } from './read-words.ts';

/** Phrases with diacritics, grouped by a name that only we use. */
export type PhraseTable = Readonly<Record<string, readonly string[]>>;

/** A phrase found in a text. */
export interface FoundPhrase {
  /** The index of its name in the table. */
  name: number;
  /** `start` is the position of its first word, `end` that of the word after it. */
  start: number;
  end: number;
}

export type FindPhrases = (words: readonly MarkedWord[]) => FoundPhrase[];

interface Phrase {
  words: readonly MarkedWord[];
  name: number;
  onlyMarked: boolean;
}

const none: readonly Phrase[] = [];

/**
 * Finds phrases with or without diacritics. The longest of the phrases that begin at the same word wins, with
 * all its names.
 * @param onlyMarked phrases that turn into everyday words without their diacritics: found only if written
 * with them
 */
export function createPhraseFinder(
  table: PhraseTable,
  onlyMarked: ReadonlySet<string> = new Set(),
): FindPhrases {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const [name, phrases] of Object.values(table).entries()) {
    for (const text of new Set(phrases)) {
      const words = readWords(text);
      const [first] = words;
      if (!first) continue;
      const phrase = { words, name, onlyMarked: onlyMarked.has(text) };
      byFirstWord.set(first.plain, [...(byFirstWord.get(first.plain) ?? []), phrase]);
    }
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);

  return (words) => {
    const found: FoundPhrase[] = [];
    for (let start = 0; start < words.length; start++) {
      let longest = 0;
      for (const phrase of byFirstWord.get(words[start]?.plain ?? '') ?? none) {
        if (phrase.words.length < longest) break;
        if (!standsAt(words, start, phrase)) continue;
        longest = phrase.words.length;
        found.push({ name: phrase.name, start, end: start + longest });
      }
      if (longest > 1) start += longest - 1;
    }
    return found;
  };
}

function standsAt(words: readonly MarkedWord[], at: number, { words: wanted, onlyMarked }: Phrase): boolean {
  for (let offset = 0; offset < wanted.length; offset++) {
    if (!isSame(words[at + offset], wanted[offset] as MarkedWord, onlyMarked)) return false;
  }
  return true;
}

function isSame(word: MarkedWord | undefined, wanted: MarkedWord, onlyMarked: boolean): boolean {
  if (word?.plain !== wanted.plain) return false;
  if (word.marked === undefined) return !onlyMarked;
  return wanted.marked === undefined || word.marked === wanted.marked;
}

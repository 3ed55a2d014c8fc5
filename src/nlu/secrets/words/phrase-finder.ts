import type { Word } from './read-words.ts';

/** A phrase from a table, from word `first` to word `last` of the text, inclusive. */
export interface FoundPhrase<Label extends string> {
  label: Label;
  first: number;
  last: number;
}

interface Phrase<Label> {
  words: string[];
  label: Label;
}

/**
 * Finds phrases among words. The longest of the phrases that begin at the same word wins; phrases never
 * overlap. Linear in the number of words.
 * @param table label → phrases, folded, comma-separated
 */
export function createPhraseFinder<Label extends string>(
  table: Record<Label, string>,
): (words: readonly Word[]) => FoundPhrase<Label>[] {
  const byFirstWord = new Map<string, Phrase<Label>[]>();
  for (const [label, list] of Object.entries(table) as [Label, string][]) {
    for (const phrase of phrasesIn(list)) {
      const words = phrase.split(' ');
      const first = words[0] as string;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, label }]);
    }
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);

  return (words) => {
    const found: FoundPhrase<Label>[] = [];
    for (let at = 0; at < words.length; at++) {
      const phrases = byFirstWord.get((words[at] as Word).text);
      const phrase = phrases?.find((known) => standsAt(words, at, known.words));
      if (phrase === undefined) continue;
      const last = at + phrase.words.length - 1;
      found.push({ label: phrase.label, first: at, last });
      at = last;
    }
    return found;
  };
}

/** The phrases of a comma-separated list. */
function phrasesIn(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
}

function standsAt(words: readonly Word[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((text, offset) => words[at + offset]?.text === text);
}

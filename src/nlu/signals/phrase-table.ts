/** Where a table's phrases stand in a text of folded words parted by single spaces. */
export interface PhraseTable {
  /** Whether one of the phrases stands in the text, in whole words. */
  isIn(text: string): boolean;
  /** The text with each phrase taken out. */
  removeFrom(text: string): string;
}

/**
 * A reviewed list of cues. Matching is linear in the text: the phrases are fixed words without wildcards.
 * @param lines phrases between commas or line ends, folded: lower case, no diacritics
 */
export function createPhraseTable(lines: string): PhraseTable {
  const phrases = lines
    .split(/[,\n]/)
    .map((phrase) => phrase.trim().replaceAll(/ {2,}/g, ' '))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return {
    isIn: (text) => text.search(pattern) >= 0,
    removeFrom: (text) => text.replace(pattern, ' ').replaceAll(/ {2,}/g, ' ').trim(),
  };
}

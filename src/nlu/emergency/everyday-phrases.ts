import type { PhraseTable } from './phrase-finder.ts';
import { type MarkedWord, readWords } from './read-words.ts';

/**
 * A phrase without diacritics counts only if at least this share of the examples with diacritics means it.
 */
const minMeant = 0.4;
/** Phrases of two or more words count as meant until the examples contain them this often. */
const minSeen = 3;
const longest = 3;

/**
 * Phrases that without diacritics usually mean something else: "tự tử" (suicide) looks like "từ từ" (slowly),
 * "bạo hành" (abuse) like "bảo hành" (warranty).
 */
export function everydayPhrases(
  tables: readonly PhraseTable[],
  texts: readonly (readonly MarkedWord[])[],
): string[] {
  const phrases = [...new Set(tables.flatMap((table) => Object.values(table).flat()))].map((text) => {
    const words = readWords(text);
    return { text, plain: plainOf(words), marked: markedOf(words), length: words.length };
  });
  const counts = countForms(new Set(phrases.map(({ plain }) => plain)), texts);
  return phrases.flatMap(({ text, plain, marked, length }) => {
    if (length === 0 || length > longest || marked === plain) return [];
    const forms = counts.get(plain) ?? new Map<string, number>();
    const seen = [...forms.values()].reduce((sum, count) => sum + count, 0);
    if (length > 1 && seen < minSeen) return [];
    return (forms.get(marked) ?? 0) < minMeant * Math.max(1, seen) ? [text] : [];
  });
}

/** Counts the forms with diacritics of each form without. */
function countForms(
  wanted: ReadonlySet<string>,
  texts: readonly (readonly MarkedWord[])[],
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const words of texts) {
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= Math.min(start + longest, words.length); end++) {
        if (words[end - 1]?.marked === undefined) break;
        const run = words.slice(start, end);
        const plain = plainOf(run);
        if (!wanted.has(plain)) continue;
        const forms = counts.get(plain) ?? new Map<string, number>();
        const marked = markedOf(run);
        counts.set(plain, forms.set(marked, (forms.get(marked) ?? 0) + 1));
      }
    }
  }
  return counts;
}

function plainOf(words: readonly MarkedWord[]): string {
  return words.map(({ plain }) => plain).join(' ');
}

function markedOf(words: readonly MarkedWord[]): string {
  return words.map(({ plain, marked }) => marked ?? plain).join(' ');
}

import { foldText } from './fold-text.ts';
import { standsAt } from './stands-at.ts';

/**
 * A name with its spellings ("za lo", "gia lo"); comes from the locale, so that src contains no local names.
 */
export interface Brand {
  name: string;
  spellings: string[];
}

interface Spelling {
  tokens: string[];
  name: string;
}

/** Replaces every known spelling in a list of folded tokens by the brand's own name as one token. */
export type BrandJoiner = (tokens: string[]) => string[];

/** The longest of the spellings that begin at the same word wins. */
export function createBrandJoiner(brands: Brand[]): BrandJoiner {
  const byFirstToken = new Map<string, Spelling[]>();
  for (const brand of brands) {
    const name = foldText(brand.name).replaceAll(' ', '');
    for (const written of new Set([brand.name, ...brand.spellings].map((text) => foldText(text)))) {
      const tokens = written.split(' ');
      const first = tokens[0] as string;
      byFirstToken.set(first, [...(byFirstToken.get(first) ?? []), { tokens, name }]);
    }
  }
  for (const spellings of byFirstToken.values()) spellings.sort((a, b) => b.tokens.length - a.tokens.length);

  return (tokens) => {
    const joined: string[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as string;
      const spelling = byFirstToken.get(token)?.find((known) => standsAt(tokens, at, known.tokens));
      joined.push(spelling?.name ?? token);
      if (spelling) at += spelling.tokens.length - 1;
    }
    return joined;
  };
}

import { foldText } from './fold-text.ts';
import { standsAt } from './stands-at.ts';

/** A name with the ways people write it ("za lo", "gia lo"); from the locale, so that src knows no local name. */
export interface Brand {
  name: string;
  spellings: string[];
}

interface Spelling {
  tokens: string[];
  name: string;
}

/** Replaces, in a list of folded tokens, every known spelling by the brand's own name as one token. */
export type BrandJoiner = (tokens: string[]) => string[];

/** Longer spellings win over shorter ones that start at the same word. */
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

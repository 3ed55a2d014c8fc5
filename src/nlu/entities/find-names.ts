import { foldInPlace } from '../text/fold-in-place.ts';
import { type Entity, type EntityFinder, type EntityKind, matchesOf } from './entity.ts';

/** A name with its spellings. */
export interface NamedThing {
  /** The normalised name, or an id. */
  value: string;
  spellings: readonly string[];
}

/**
 * Finds the names of a list from the locale. The longest spelling wins; if two names share a spelling, the
 * first one.
 */
export function createNameFinder(kind: EntityKind, names: readonly NamedThing[]): EntityFinder {
  const values = new Map<string, string>();
  for (const { value, spellings } of names) {
    for (const spelling of spellings) {
      const plain = plainOf(spelling);
      if (plain !== '' && !values.has(plain)) values.set(plain, value);
    }
  }
  if (values.size === 0) return (): Entity[] => [];
  const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![a-z\\d])(?:${longestFirst.map(toPattern).join('|')})(?![a-z\\d])`, 'g');
  return (folded) => matchesOf(folded, pattern, kind, ([found]) => values.get(plainOf(found)));
}

/** Ignores blanks, dots and dashes between the words of a name. */
function plainOf(text: string): string {
  return foldInPlace(text.normalize('NFC'))
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
}

function toPattern(plain: string): string {
  return plain.replaceAll(' ', '[^a-z\\d\\n]{1,3}');
}

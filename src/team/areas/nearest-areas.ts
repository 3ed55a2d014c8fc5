import { foldText } from '../../nlu/text/fold-text.ts';
import type { Area } from './area-tree.ts';

/** Below this share of common letter pairs two names have nothing to do with each other. */
const minLikeness = 0.4;

/** The areas whose names look most like a name that a resident typed, the likeliest first. Pure. */
export function nearestAreas(areas: readonly Area[], text: string, most: number): Area[] {
  const typed = pairsOf(text);
  return areas
    .map((area) => ({ area, likeness: likenessOf(typed, pairsOf(area.name)) }))
    .filter(({ likeness }) => likeness >= minLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ area }) => area);
}

/** Letter pairs, with the beginnings and ends of words as letters. */
function pairsOf(name: string): Set<string> {
  const letters = ` ${foldText(name)} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_one, at) => letters.slice(at, at + 2)));
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return (2 * common) / (one.size + other.size);
}

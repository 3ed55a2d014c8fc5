import { foldText } from '../../nlu/text/fold-text.ts';

/** Two names below this similarity are unrelated. */
const minAlike = 0.25;

/** The names most similar to the typed one, the most similar first; empty when none is similar enough. Pure. */
export function nearNames(typed: string, names: readonly string[], max = 5): string[] {
  const pairs = pairsOf(typed);
  return names
    .map((name) => ({ name, likeness: likenessOf(pairs, pairsOf(name)) }))
    .filter(({ likeness }) => likeness >= minAlike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, max)
    .map(({ name }) => name);
}

/** Share of letter pairs that two names have in common, 0..1. */
function likenessOf(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const letters = `^${foldText(text).replaceAll(' ', '')}$`;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}

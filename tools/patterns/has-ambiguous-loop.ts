import { type CharSet, JS } from 'refa';
import { type Position, readPositions } from './read-positions.ts';

/**
 * Whether a pattern has a loop that reads the same text in two ways, as `(a|a)*` and `(?:xin|loi|xin loi )*` do: then a
 * text that does not match takes exponential time. Two equal paths are looked for in the automaton of the pattern;
 * lookarounds count as always true. The library recheck gives up on the long patterns of this project: of 580, 60 took
 * more than two seconds each and 59 have lookarounds that it does not support.
 */
export function hasAmbiguousLoop({ source, flags }: { source: string; flags: string }): boolean {
  const literal = JS.Parser.fromLiteral({ source, flags });
  const { expression } = literal.parse({ assertions: 'parse', backreferences: 'disable' });
  return loopsInTwoWays(readPositions(expression.alternatives));
}

interface Pair {
  a: number;
  b: number;
}

/** A pair of equal positions from which two different paths on the same text lead back to it. */
function loopsInTwoWays(positions: readonly Position[]): boolean {
  const meets = createMeets(positions);
  const keyOf = ({ a, b }: Pair) => a * positions.length + b;
  const next = ({ a, b }: Pair): Pair[] =>
    followers(positions, a).flatMap((left) =>
      followers(positions, b).flatMap((right) =>
        left === right || meets(left, right) ? [{ a: Math.min(left, right), b: Math.max(left, right) }] : [],
      ),
    );
  const diagonal = positions.map((_, at): Pair => ({ a: at, b: at }));
  const component = findComponents(diagonal, next, keyOf);
  const ofEqual = new Set(diagonal.map((pair) => component.get(keyOf(pair))));
  return [...component].some(
    ([key, found]) => Math.floor(key / positions.length) !== key % positions.length && ofEqual.has(found),
  );
}

function followers(positions: readonly Position[], at: number): readonly number[] {
  return [...(positions[at] as Position).follow];
}

function createMeets(positions: readonly Position[]): (left: number, right: number) => boolean {
  const known = new Map<CharSet, Map<CharSet, boolean>>();
  return (left, right) => {
    const [one, other] = [positions[left], positions[right]].map((each) => (each as Position).characters) as [
      CharSet,
      CharSet,
    ];
    const row = known.get(one) ?? new Map<CharSet, boolean>();
    known.set(one, row);
    const meets = row.get(other) ?? !one.isDisjointWith(other);
    row.set(other, meets);
    return meets;
  };
}

/** Strongly connected components (Tarjan), without recursion. @returns the component of each node by its key */
function findComponents<Node>(
  roots: readonly Node[],
  next: (node: Node) => Node[],
  keyOf: (node: Node) => number,
): Map<number, number> {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const component = new Map<number, number>();
  const open: number[] = [];
  for (const root of roots) {
    if (index.has(keyOf(root))) continue;
    const work: { key: number; rest: Node[] }[] = [];
    const enter = (node: Node) => {
      const key = keyOf(node);
      index.set(key, index.size);
      low.set(key, index.get(key) as number);
      open.push(key);
      work.push({ key, rest: next(node) });
    };
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { key, rest } = top;
      const node = rest.pop();
      if (node !== undefined) {
        const to = keyOf(node);
        if (!index.has(to)) enter(node);
        else if (!component.has(to)) low.set(key, Math.min(low.get(key) as number, index.get(to) as number));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.key, Math.min(low.get(above.key) as number, low.get(key) as number));
      if (low.get(key) !== index.get(key)) continue;
      for (let each = open.pop(); each !== undefined; each = open.pop()) {
        component.set(each, key);
        if (each === key) break;
      }
    }
  }
  return component;
}

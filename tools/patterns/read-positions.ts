import type { CharSet, Concatenation, Element, NoParent } from 'refa';

/** One place of a pattern that reads a character, and the places that may read the next. */
export interface Position {
  characters: CharSet;
  follow: Set<number>;
}

interface Part {
  /** Whether it may read nothing. */
  isEmpty: boolean;
  first: number[];
  last: number[];
}

/** More repetitions than these count as without a limit. */
const maxUnrolled = 10;

/** The position automaton of a pattern (Glushkov): equal alternatives stay apart. */
export function readPositions(alternatives: readonly NoParent<Concatenation>[]): Position[] {
  const positions: Position[] = [];
  const nothing: Part = { isEmpty: true, first: [], last: [] };

  function link(from: readonly number[], to: readonly number[]): void {
    for (const at of from) for (const each of to) (positions[at] as Position).follow.add(each);
  }

  function join(left: Part, right: Part): Part {
    link(left.last, right.first);
    return {
      isEmpty: left.isEmpty && right.isEmpty,
      first: left.isEmpty ? [...left.first, ...right.first] : left.first,
      last: right.isEmpty ? [...left.last, ...right.last] : right.last,
    };
  }

  function either(list: readonly NoParent<Concatenation>[]): Part {
    const parts = list.map(({ elements }) =>
      elements.reduce<Part>((before, element) => join(before, read(element)), nothing),
    );
    return {
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
  }

  function repeated(list: readonly NoParent<Concatenation>[], min: number, max: number): Part {
    if (max > maxUnrolled) {
      const part = either(list);
      link(part.last, part.first);
      return { ...part, isEmpty: part.isEmpty || min === 0 };
    }
    let rest = nothing;
    for (let count = max; count > 0; count -= 1) {
      const part = join(either(list), rest);
      rest = count > min ? { ...part, isEmpty: true } : part;
    }
    return rest;
  }

  function read(element: NoParent<Element>): Part {
    switch (element.type) {
      case 'CharacterClass': {
        const at = positions.push({ characters: element.characters, follow: new Set() }) - 1;
        return { isEmpty: false, first: [at], last: [at] };
      }
      case 'Alternation':
        return either(element.alternatives);
      case 'Quantifier':
        return repeated(element.alternatives, element.min, element.max);
      default:
        return nothing;
    }
  }

  either(alternatives);
  return positions;
}

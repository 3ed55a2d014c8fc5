import { foldText } from '../../nlu/fold-text.ts';
import type { Content } from '../content.ts';

/** Turns an example into its skeleton: places, procedures, apps and numbers are replaced by marks. */
export type ToSkeleton = (example: string) => string;

/** How much of a list of examples is written by hand rather than made from one pattern. */
export interface SkeletonShare {
  /** Share of examples whose skeleton no other one has, 0..1. */
  own: number;
  /** How many examples share the commonest skeleton. */
  commonest: number;
}

export function createToSkeleton({ local, areas }: Content): ToSkeleton {
  const { brands, procedures } = local.value;
  const units = Object.values(areas.value.units);
  const marks: [string, string[]][] = [
    ['<app>', brands.flatMap(({ name, spellings }) => [name, ...spellings])],
    ['<procedure>', procedures],
    [
      '<place>',
      units.flatMap(({ name, villages = [] }) => [bareName(name), ...villages.map((one) => one.name)]),
    ],
  ];
  const patterns = marks.map(([mark, names]) => [mark, wordsPattern(names)] as const);
  return (example) => {
    const folded = foldText(example).replaceAll(/\d+/g, '<number>');
    return patterns.reduce((text, [mark, pattern]) => text.replaceAll(pattern, mark), folded);
  };
}

export function shareOfSkeletons(examples: readonly string[], toSkeleton: ToSkeleton): SkeletonShare {
  const counts = new Map<string, number>();
  for (const example of examples) {
    const skeleton = toSkeleton(example);
    counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  }
  const own = [...counts.values()].filter((count) => count === 1).length;
  return {
    own: examples.length === 0 ? 1 : own / examples.length,
    commonest: Math.max(0, ...counts.values()),
  };
}

/** "Xã Hồng Sơn" is typed "hồng sơn". */
function bareName(name: string): string {
  return name.replace(/^(Xã|Thị trấn|Huyện) /u, '');
}

function wordsPattern(names: string[]): RegExp {
  const longestFirst = [...new Set(names.map((name) => foldText(name)))].sort((a, b) => b.length - a.length);
  return new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'g');
}

import { foldText } from '../../nlu/text/fold-text.ts';
import type { Areas } from '../../team/areas/area-schema.ts';
import type { Content } from '../read-content.ts';

/** Turns an example into its skeleton: placeholders replace places, procedures, apps and numbers. */
export type ToSkeleton = (example: string) => string;

/** How much of a list of examples is written by hand and not made from one pattern. */
export interface SkeletonShare {
  /** Share of examples with a unique skeleton, 0..1. */
  own: number;
  /** Number of examples that share the most common skeleton. */
  commonest: number;
}

const villageWords = ['thôn', 'xóm', 'làng'];
const placeWords = [...villageWords, 'xã', 'huyện', 'thị trấn', 'tt', 'tp', 'thành phố'];

/** Ignores letter case, diacritics and punctuation. */
export function createToSkeleton({ local, areas }: Content): ToSkeleton {
  const { brands, procedures, office } = local.value;
  const places = [office.place, office.province, ...placeNames(areas.value)];
  const beforeOneWord = `(?:${alternatives(villageWords)}) `;
  const beforeMore = `(?:(?:${alternatives(placeWords)}) )?`;
  const marks: [string, RegExp][] = [
    ['<app>', wordsPattern(brands.flatMap(({ name, spellings }) => [name, ...spellings]))],
    ['<place>', wordsPattern(places.filter(isOneWord), beforeOneWord)],
    ['<place>', wordsPattern(places.filter(isLonger), beforeMore)],
    ['<procedure>', wordsPattern(procedures)],
  ];
  return (example) =>
    marks
      .reduce((text, [mark, names]) => text.replaceAll(names, mark), foldText(example))
      .replaceAll(/\d+(?: \d+)*/g, '<number>');
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

/** Units and villages without "xã", "thị trấn" and the like, with all their names. */
function placeNames({ units }: Areas): string[] {
  return Object.values(units).flatMap(({ name, aliases = [], villages = [] }) => [
    name.replace(/^(Xã|Thị trấn|Huyện) /u, ''),
    ...aliases,
    ...villages.flatMap((village) => [village.name, ...(village.aliases ?? [])]),
  ]);
}

/** "Thượng" or "Ải" is an everyday word unless "thôn" precedes it. */
function isOneWord(name: string): boolean {
  return !isLonger(name);
}

function isLonger(name: string): boolean {
  return foldText(name).includes(' ');
}

function wordsPattern(names: readonly string[], before = ''): RegExp {
  return names.length === 0 ? /(?!)/g : new RegExp(`\\b${before}(?:${alternatives(names)})\\b`, 'g');
}

/** Longest first, so that "đăng ký kết hôn" is not read as "kết hôn". */
function alternatives(names: readonly string[]): string {
  return [...new Set(names.map((name) => foldText(name)))].sort((a, b) => b.length - a.length).join('|');
}

import { type AreaDirectory, bareName } from '../areas/area-directory.ts';
import type { Areas } from '../areas/area-schema.ts';
import { type Fit, fitOfAll, otherMarks, readWords, type Syllable, type WrittenWord } from './tokens.ts';

/** A known name, and what it names. `unitId` is undefined for a place elsewhere. */
export interface KnownName {
  words: readonly Syllable[];
  unitId: string | undefined;
  village?: Village | undefined;
}

export interface Village {
  name: string;
  confidence: 'high' | 'medium' | 'name-only';
}

/** A span of words (`from` up to, not including, `to`) that may mean these names. */
export interface Reading {
  from: number;
  to: number;
  names: KnownName[];
  fit: Fit;
}

/** Index of names by their letters without marks, built once. */
export interface NameIndex {
  /** Every name that begins at a word, longest first; marks decide between names with the same letters. */
  readingsAt(words: readonly WrittenWord[], at: number): Reading[];
  /** All names with these plain letters, words separated by a space. */
  namesOf(plain: string): KnownName[];
  /**
   * Plain letters of the known names that one typo (a letter more, less, different, or two swapped) turns into `plain`.
   */
  nearly(plain: string): string[];
  /** Whether the words are as likely ordinary ones as a name at this fit; always true for a one-word name. */
  isEveryday(words: readonly Syllable[], fit: Fit): boolean;
  maxWords: number;
}

interface Node {
  next: Map<string, Node>;
  names: KnownName[];
}

/** Shorter names are not corrected: nearly every word is one letter away from them. */
const minFixedLength = 5;
/** Longer than any name: all forms of a message-long text without blanks would take a second to build. */
const maxFixedLength = 100;

export function createNameIndex(areas: Areas, directory: AreaDirectory): NameIndex {
  const names = listNames(areas, directory);
  const root: Node = { next: new Map(), names: [] };
  for (const name of names) insert(root, name);
  const everyday = groupBy(areas.everyday.map(readWords), plainOf);
  const byPlain = groupBy(names, ({ words }) => plainOf(words));
  const slips = indexSlips([...byPlain.keys()]);
  const maxWords = Math.max(1, ...names.map(({ words }) => words.length));

  return {
    readingsAt: (words, at) => readingsAt(root, words, at),
    namesOf: (plain) => byPlain.get(plain) ?? [],
    nearly: (plain) => nearly(slips, plain),
    isEveryday: (words, fit) =>
      words.length === 1 ||
      (everyday.get(plainOf(words)) ?? []).some((phrase) => (fitOfAll(words, phrase) ?? otherMarks) <= fit),
    maxWords,
  };
}

function listNames(areas: Areas, directory: AreaDirectory): KnownName[] {
  const ofUnits = directory.units.flatMap((unit) =>
    [bareName(unit), ...(unit.aliases ?? [])].map((name) => ({ words: readWords(name), unitId: unit.id })),
  );
  const ofVillages = directory.units.flatMap((unit) =>
    (unit.villages ?? []).flatMap(({ name, confidence, aliases = [] }) =>
      [name, ...aliases].map((written) => ({
        words: readWords(written),
        unitId: unit.id,
        village: { name, confidence },
      })),
    ),
  );
  const elsewhere = areas.elsewhere.map((name) => ({ words: readWords(name), unitId: undefined }));
  return [...ofUnits, ...ofVillages, ...elsewhere];
}

function insert(root: Node, name: KnownName): void {
  let node = root;
  for (const { plain } of name.words) {
    const next = node.next.get(plain) ?? { next: new Map(), names: [] };
    node.next.set(plain, next);
    node = next;
  }
  node.names.push(name);
}

function readingsAt(root: Node, words: readonly WrittenWord[], from: number): Reading[] {
  const readings: Reading[] = [];
  let node: Node | undefined = root;
  for (let to = from; to < words.length; ) {
    const word = words[to] as WrittenWord;
    if (to > from && !word.goesOn) break;
    node = node.next.get(word.plain);
    to += 1;
    if (!node) break;
    const best = bestFitting(node.names, words.slice(from, to));
    if (best) readings.unshift({ from, to, ...best });
  }
  return readings;
}

/** The best fitting by marks, among names with the same plain letters. */
export function bestFitting(
  names: readonly KnownName[],
  typed: readonly Syllable[],
): { names: KnownName[]; fit: Fit } | undefined {
  const fits = names.flatMap((name) => {
    const fit = fitOfAll(typed, name.words);
    return fit === undefined ? [] : [{ name, fit }];
  });
  if (fits.length === 0) return undefined;
  const fit = Math.min(...fits.map((one) => one.fit)) as Fit;
  return { names: fits.filter((one) => one.fit === fit).map(({ name }) => name), fit };
}

export function plainOf(words: readonly Syllable[]): string {
  return words.map(({ plain }) => plain).join(' ');
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Every name under each of its forms with one letter left out: two texts one typo apart share such a form. */
function indexSlips(plains: string[]): Map<string, string[]> {
  const slips = new Map<string, string[]>();
  for (const plain of plains) {
    if (plain.replaceAll(' ', '').length < minFixedLength || !plain.includes(' ')) continue;
    for (const form of withOneLess(plain)) slips.set(form, [...(slips.get(form) ?? []), plain]);
  }
  return slips;
}

function nearly(slips: Map<string, string[]>, plain: string): string[] {
  if (plain.length > maxFixedLength) return [];
  const found = new Set([...withOneLess(plain)].flatMap((form) => slips.get(form) ?? []));
  return [...found].filter((name) => name !== plain && isOneSlip(plain, name));
}

function withOneLess(text: string): Set<string> {
  return new Set([text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))]);
}

/** Whether the only difference is one letter more, less or different, or two neighbours swapped. */
function isOneSlip(typed: string, known: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === known[at]) at += 1;
  const restTyped = typed.slice(at);
  const restKnown = known.slice(at);
  return (
    restTyped.slice(1) === restKnown ||
    restTyped === restKnown.slice(1) ||
    restTyped.slice(1) === restKnown.slice(1) ||
    (restTyped[0] === restKnown[1] &&
      restTyped[1] === restKnown[0] &&
      restTyped.slice(2) === restKnown.slice(2))
  );
}

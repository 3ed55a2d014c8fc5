import type { Content } from '../content.ts';
import type { YamlFile } from '../yaml-file.ts';
import type { TextPart } from './intent-parts.ts';

/** What residents write, where facts were read, and patterns of our own: not told to anybody. */
const notSpoken = new Set<PropertyKey>([
  'examples',
  'forbidden',
  'spellings',
  'synonyms',
  'source',
  'asks',
  'filler',
  'aliases',
]);

/** A text of the locale and the file it stands in. */
export interface LocaleText extends TextPart {
  file: YamlFile<unknown>;
}

/** All that somebody reads in this locale: answers, facts, names of the office, words of the bot and the console. */
export function listTexts(content: Content): LocaleText[] {
  const files: YamlFile<unknown>[] = [
    ...content.topics,
    content.procedures,
    content.facts,
    content.local,
    ...content.otherTexts,
  ];
  return files.flatMap(textsOf);
}

/** All texts of one file, except what is not told to anybody. */
export function textsOf(file: YamlFile<unknown>): LocaleText[] {
  return partsOf(file.value, []).map((part) => ({ ...part, file }));
}

function partsOf(value: unknown, path: PropertyKey[]): TextPart[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !notSpoken.has(key))
    .flatMap(([key, part]) => partsOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

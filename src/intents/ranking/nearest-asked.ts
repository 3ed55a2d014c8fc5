import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { aspectNames, conditionNames, stateNames } from '../../content/schema/grid.ts';
import type { Example } from '../../nlu/classifier/classifier.ts';
import type { AskedExample } from '../../nlu/needs/need.ts';
import type { TellableText } from './tellable-text.ts';
import { createWordIndex } from './word-index.ts';

/**
 * Prepares a message: how alike it is to the nearest question that others asked for a text, by its number, 0..1. The
 * result is valid until the next call.
 */
export type NearestAsked = (message: string) => (text: number) => number;

/** What residents asked before, with the text that answers it. */
export type AskedBefore = readonly (Example | AskedExample)[];

/** Finds the nearest questions of others by their words. */
export function createNearestAsked(
  asked: AskedBefore,
  texts: readonly TellableText[],
  objects: ObjectDirectory,
): NearestAsked {
  const numbersOf = createNumbersOf(texts, objects);
  const known = asked
    .map((example) => ({ text: example.text, numbers: numbersOf(example) }))
    .filter(({ numbers }) => numbers.length > 0);
  const index = createWordIndex(known.map(({ text }) => text));
  const askedFor: number[][] = texts.map(() => []);
  for (const [example, { numbers }] of known.entries()) {
    for (const number of numbers) askedFor[number]?.push(example);
  }
  return (message) => {
    const { resembles } = index.compare(message);
    return (text) => (askedFor[text] ?? []).reduce((nearest, one) => Math.max(nearest, resembles(one)), 0);
  };
}

/** The numbers of the texts that answer an example: of a cell, or of every text that is the answer of a topic. */
function createNumbersOf(texts: readonly TellableText[], objects: ObjectDirectory) {
  const byIntent = new Map<string, number[]>();
  const byCell = new Map<string, number>();
  for (const { number, intent, object, aspects, state, conditions } of texts) {
    if (intent !== undefined) byIntent.set(intent, [...(byIntent.get(intent) ?? []), number]);
    for (const aspect of object ? aspects : []) {
      byCell.set(cellKey(object?.id ?? '', { aspect, state, conditions }), number);
    }
  }
  return (example: Example | AskedExample): readonly number[] => {
    if (!('aspect' in example)) return byIntent.get(example.intent) ?? [];
    const aspect = aspectNames.find((name) => name === example.aspect);
    const state = stateNames.find((name) => name === example.state);
    const conditions = conditionNames.filter((name) => example.conditions.includes(name));
    return objects.listByIntent(example.intent).flatMap((object) => {
      const selected = aspect && selectCell(object, aspect, { ...(state && { state }), conditions });
      if (!selected) return [];
      return byCell.get(cellKey(selected.object.id, { aspect: selected.aspect, ...selected.declares })) ?? [];
    });
  };
}

interface CellPlace {
  aspect: string;
  state?: string | undefined;
  conditions: readonly string[];
}

function cellKey(object: string, { aspect, state = '', conditions }: CellPlace): string {
  return [object, aspect, state, ...conditions].join('/');
}

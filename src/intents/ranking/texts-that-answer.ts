import type { KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { aspectNames, conditionNames, stateNames } from '../../content/schema/grid.ts';
import type { TellableText } from './tellable-text.ts';

/** What a question asks of an object, or of all objects that an answer tells of. */
interface AskedOfObject {
  aspect: string;
  state: string | undefined;
  conditions: readonly string[];
}

/** Finds the numbers of the texts that answer a question. */
export interface TextsThatAnswer {
  /** Every text that is this answer of a topic. */
  byIntent(intent: string): readonly number[];
  /** The cell of an object; none for an object that is not known. */
  byCell(object: string, asked: AskedOfObject): readonly number[];
  /** The cell of every object that has this intent. */
  byCells(asked: AskedOfObject & { intent: string }): readonly number[];
}

export function createTextsThatAnswer(
  texts: readonly TellableText[],
  objects: ObjectDirectory,
): TextsThatAnswer {
  const byIntent = new Map<string, number[]>();
  const byCell = new Map<string, readonly number[]>();
  for (const { number, intent, object, aspects, state, conditions } of texts) {
    if (intent !== undefined) byIntent.set(intent, [...(byIntent.get(intent) ?? []), number]);
    for (const aspect of object ? aspects : []) {
      byCell.set(cellKey(object?.id ?? '', { aspect, state, conditions }), [number]);
    }
  }
  const cellOf = (object: KnownObject, asked: AskedOfObject): readonly number[] => {
    const aspect = aspectNames.find((name) => name === asked.aspect);
    const state = stateNames.find((name) => name === asked.state);
    const conditions = conditionNames.filter((name) => asked.conditions.includes(name));
    const selected = aspect && selectCell(object, aspect, { ...(state && { state }), conditions });
    if (!selected) return [];
    const place = { aspect: selected.aspect, ...selected.declares };
    return byCell.get(cellKey(selected.object.id, place)) ?? [];
  };
  return {
    byIntent: (intent) => byIntent.get(intent) ?? [],
    byCell: (id, asked) => {
      const object = objects.find(id);
      return object ? cellOf(object, asked) : [];
    },
    byCells: ({ intent, ...asked }) =>
      objects.listByIntent(intent).flatMap((object) => cellOf(object, asked)),
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

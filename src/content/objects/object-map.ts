import type { Content } from '../read-content.ts';
import { type AspectName, aspectNames, type KindName, kindNames } from '../schema/grid.ts';
import type { Cell } from '../schema/object.ts';
import { type ListedCell, listCells } from './list-cells.ts';

/** How a cell stands: `inherited` where only an ancestor declares it, `absent` where nobody has to. */
export type CellMark = 'filled' | 'unknown' | 'n/a' | 'inherited' | 'absent';

export interface MappedCell {
  aspect: AspectName;
  mark: CellMark;
  /** The cells for a state or conditions. */
  variants: { told: string; mark: CellMark }[];
}

/** One row of the map. */
export interface MappedObject {
  object: string;
  name: string;
  kind: KindName;
  topic: string;
  cells: MappedCell[];
}

/** Every object with the state of its cells, by kind and then in the order of the files. */
export function mapObjects({ objects, faults }: Content): MappedObject[] {
  const byId = new Map(objects.map(({ value }) => [value.object, value]));
  const declares = (id: string | undefined, aspect: AspectName, depth = 0): boolean => {
    const one = byId.get(id ?? '');
    return (
      one !== undefined && depth < byId.size && (aspect in one.say || declares(one.parent, aspect, depth + 1))
    );
  };
  return objects
    .map(({ value }) => {
      const listed = listCells(value, faults.value);
      return {
        object: value.object,
        name: value.name,
        kind: value.kind,
        topic: value.topic,
        cells: aspectNames.map((aspect) => ({
          aspect,
          mark: markOf(value.say[aspect], declares(value.parent, aspect)),
          variants: listed.filter((one) => one.aspect === aspect && isVariant(one)).map(variantOf),
        })),
      };
    })
    .sort((a, b) => kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind));
}

/** How many cells of some objects stand how, variants included. */
export function countMarks(objects: readonly MappedObject[]): Record<CellMark, number> {
  const counts: Record<CellMark, number> = { filled: 0, unknown: 0, 'n/a': 0, inherited: 0, absent: 0 };
  for (const { mark, variants } of objects.flatMap(({ cells }) => cells)) {
    counts[mark] += 1;
    for (const variant of variants) counts[variant.mark] += 1;
  }
  return counts;
}

function isVariant({ state, conditions }: ListedCell): boolean {
  return state !== undefined || conditions.length > 0;
}

function variantOf({ state, conditions, cell }: ListedCell) {
  return { told: [state ?? [], ...conditions].flat().join(' + '), mark: markOf(cell, false) };
}

function markOf(cell: Cell | undefined, isInherited: boolean): CellMark {
  if (cell === undefined) return isInherited ? 'inherited' : 'absent';
  if (cell === 'unknown' || cell === 'n/a') return cell;
  return 'filled';
}

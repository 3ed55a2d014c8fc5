import type { FaultsFile } from '../schema/faults.ts';
import type { AspectName, ConditionName, StateName } from '../schema/grid.ts';
import type { Cell, ObjectFile } from '../schema/object.ts';
import { fillFault } from './fill-fault.ts';

/** A declared cell and its place in the file of its object. */
export interface ListedCell {
  aspect: AspectName;
  state: StateName | undefined;
  conditions: readonly ConditionName[];
  cell: Cell;
  path: PropertyKey[];
}

/** Every cell that an object declares: plain ones, variants, shared faults filled in. */
export function listCells(object: ObjectFile, { faults }: FaultsFile): ListedCell[] {
  const plain = cellsAt(object.say, ['say']).map((one) => ({ ...one, state: undefined, conditions: [] }));
  const variants = object.when.flatMap(({ state, condition = [], say }, index) =>
    cellsAt(say, ['when', index, 'say']).map((one) => ({ ...one, state, conditions: condition })),
  );
  const filled = Object.entries(object.faults).flatMap(([key, values]) => {
    const state = key as StateName;
    const template = faults[state];
    if (!template) return [];
    const cell = fillFault(template, object.name, values);
    return [{ aspect: 'fix' as const, state, conditions: [], cell, path: ['faults', state] }];
  });
  return [...plain, ...variants, ...filled];
}

/** `passport.fee (lost, minor)`: the name of a cell in findings and lists. */
export function cellName(object: string, { aspect, state, conditions }: ListedCell): string {
  const told = [state, ...conditions].filter((one) => one !== undefined);
  return `${object}.${aspect}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

function cellsAt(say: ObjectFile['say'], path: PropertyKey[]) {
  return (Object.entries(say) as [AspectName, Cell][]).map(([aspect, cell]) => ({
    aspect,
    cell,
    path: [...path, aspect],
  }));
}

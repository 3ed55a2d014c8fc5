import { type AspectName, standIns } from '../schema/grid.ts';
import { type Cell, toldIn } from '../schema/object.ts';
import type { Circumstances, KnownObject, Variant } from './known-object.ts';

/** The cell that fits a question best. */
export interface SelectedCell {
  /** The object that declares it: the one asked about, or an ancestor. */
  object: KnownObject;
  /** The aspect of the cell: the one asked for, or its stand-in. */
  aspect: AspectName;
  cell: Cell;
  /** The state and the conditions that the cell is written for. */
  declares: Circumstances;
  /** What the question tells and the cell does not mention. */
  lacks: Circumstances;
}

/**
 * The cell of an object for an aspect, in a state and under conditions: the narrowest variant whose state and
 * conditions all hold, else the plain cell, else that of the aspect's stand-in, else the parent's. Undefined when none
 * declares it; a declared `unknown` or `n/a` is an answer. Pure.
 */
export function selectCell(
  object: KnownObject,
  aspect: AspectName,
  circumstances: Circumstances,
): SelectedCell | undefined {
  const standIn = standIns[aspect];
  return (
    ownCell(object, aspect, circumstances) ??
    (standIn && ownCell(object, standIn, circumstances)) ??
    (object.parent && selectCell(object.parent, aspect, circumstances))
  );
}

function ownCell(
  object: KnownObject,
  aspect: AspectName,
  circumstances: Circumstances,
): SelectedCell | undefined {
  const plain: Variant = { state: undefined, conditions: [], say: object.say };
  const best = [...object.variants, plain]
    .filter((variant) => aspect in variant.say && holds(variant, circumstances))
    .reduce<Variant | undefined>(
      (narrowest, variant) =>
        narrowest === undefined || narrownessOf(variant) > narrownessOf(narrowest) ? variant : narrowest,
      undefined,
    );
  const cell = best?.say[aspect];
  if (!best || cell === undefined) return undefined;
  const declares = { state: best.state, conditions: best.conditions };
  const covers = [...object.covers, ...(toldIn(cell)?.covers ?? [])];
  return { object, aspect, cell, declares, lacks: lackOf({ ...declares, covers }, circumstances) };
}

function holds({ state, conditions }: Variant, told: Circumstances): boolean {
  return (
    (state === undefined || state === told.state) && conditions.every((one) => told.conditions.includes(one))
  );
}

function narrownessOf({ state, conditions }: Variant): number {
  return (state === undefined ? 0 : 1) + conditions.length;
}

/** What is told and neither declared nor covered. */
export function lackOf(
  { state, conditions, covers }: Circumstances & { covers: readonly string[] },
  told: Circumstances,
): Circumstances {
  const isMentioned = told.state === undefined || told.state === state || covers.includes(told.state);
  return {
    state: isMentioned ? undefined : told.state,
    conditions: told.conditions.filter((one) => !conditions.includes(one) && !covers.includes(one)),
  };
}

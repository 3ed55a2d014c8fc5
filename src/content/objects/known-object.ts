import type { AspectName, ConditionName, StateName } from '../schema/grid.ts';
import type { Cells, ObjectFile } from '../schema/object.ts';

/** Cells that hold only in a state or under conditions. */
export interface Variant {
  state: StateName | undefined;
  /** All of them must hold. */
  conditions: readonly ConditionName[];
  say: Cells;
}

/** An object with the intent that it answers, its parent and its variants, shared faults filled in. */
export interface KnownObject extends Omit<ObjectFile, 'object' | 'parent' | 'when' | 'faults'> {
  id: string;
  intent: string;
  parent: KnownObject | undefined;
  /** The object's own before those from shared templates. */
  variants: readonly Variant[];
  /** The aspects of its card, in order. */
  card: readonly AspectName[];
}

/** The state and the conditions that a message tells. */
export interface Circumstances {
  state?: StateName | undefined;
  conditions: readonly ConditionName[];
}

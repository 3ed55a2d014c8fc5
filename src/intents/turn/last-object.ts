import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { conditionNames, stateNames } from '../../content/schema/grid.ts';
import type { Talk } from '../flow/talk.ts';

/** The object that the last answer was about. */
export function lastObject(
  objects: ObjectDirectory,
  { state }: Pick<Talk, 'state'>,
): KnownObject | undefined {
  const [most, ...others] = objects.listByIntent(state.intent);
  return [most, ...others].find((one) => one?.id === state.object) ?? most;
}

/** What the resident wrote while the talk was about an object. */
export function wordsBefore(
  object: KnownObject | undefined,
  { state }: Pick<Talk, 'state'>,
): string | undefined {
  return state.told?.object === object?.id ? state.told?.words : undefined;
}

/** What the resident told of their case while the talk was about an object. */
export function toldBefore({ id }: KnownObject, { state }: Pick<Talk, 'state'>): Circumstances {
  const { told } = state;
  if (told?.object !== id) return { conditions: [] };
  const known = stateNames.find((name) => name === told.state);
  return {
    ...(known && { state: known }),
    conditions: conditionNames.filter((name) => told.conditions.includes(name)),
  };
}

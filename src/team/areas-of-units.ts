import { foldText } from '../nlu/fold-text.ts';
import {
  type AreaDirectory,
  createAreaDirectory,
  dayAfter,
  hasBegun,
  hasEnded,
  type Unit,
} from './area-directory.ts';
import type { Areas } from './area-schema.ts';
import { type Area, rootLevel } from './area-tree.ts';

export const rootAreaId = 'root';

interface Wanted {
  /** What the installation serves, as its root is called. */
  rootName: string;
  /** yyyy-mm-dd in Vietnam. */
  day: string;
  /** Areas there are already: one of a unit that has ended since is closed instead of left out. */
  known?: ReadonlySet<string>;
}

/**
 * The area tree of the administrative units of a day: under the root the units of that day; under these the first ones
 * they were made of, whose teams still work, as clusters; under both their villages, except unconfirmed ones.
 */
export function areasOfUnits(areas: Areas, { rootName, day, known = new Set() }: Wanted): Area[] {
  const directory = createAreaDirectory(areas);
  const root = toArea({ areaId: rootAreaId, level: rootLevel, name: rootName });
  const units = directory.units.filter(({ kind }) => kind !== 'district');
  const grown = new Set(units.map(({ becomes }) => becomes));
  const isFirst = ({ id }: Unit) => !grown.has(id);
  const own = units
    .filter((unit) => hasBegun(unit, day))
    .flatMap((unit) => {
      if (!hasEnded(unit, day)) return [todaysUnit(unit)];
      if (isFirst(unit))
        return [toArea({ ...named(unit), level: 'cluster', parentId: heir(directory, unit, day) })];
      return known.has(unit.id) ? [endedUnit(unit, heir(directory, unit, day))] : [];
    });
  const kept = new Set(own.map(({ areaId }) => areaId));
  return [root, ...own, ...units.filter(({ id }) => kept.has(id)).flatMap(villagesOf)];
}

function todaysUnit(unit: Unit): Area {
  return toArea({ ...named(unit), level: 'commune', parentId: rootAreaId, validFrom: dayStart(unit.from) });
}

/** A unit that had an area and is no more: what still comes for it goes up to the one that took over. */
function endedUnit(unit: Unit, parentId: string): Area {
  const validUntil = dayStart(unit.until && dayAfter(unit.until));
  return toArea({ ...named(unit), level: 'commune', parentId, validFrom: dayStart(unit.from), validUntil });
}

function named({ id, name }: Unit): Pick<Area, 'areaId' | 'name'> {
  return { areaId: id, name };
}

/** The unit of the day that has its people. */
function heir(directory: AreaDirectory, unit: Unit, day: string): string {
  const last = directory.chainOn(unit.id, day).at(-1);
  return !last || last.id === unit.id || hasEnded(last, day) ? rootAreaId : last.id;
}

function villagesOf({ id, villages = [] }: Unit): Area[] {
  const taken = new Map<string, number>();
  return villages
    .filter(({ confidence }) => confidence !== 'name-only')
    .map(({ name }) => {
      const slug = foldText(name).replaceAll(' ', '-');
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      const areaId = count === 1 ? `${id}.${slug}` : `${id}.${slug}-${count}`;
      return toArea({ areaId, level: 'village', name, parentId: id });
    });
}

function toArea(area: Pick<Area, 'areaId' | 'level' | 'name'> & Partial<Area>): Area {
  return { parentId: undefined, validFrom: undefined, validUntil: undefined, ...area };
}

/** When a day begins in Vietnam, epoch ms. */
function dayStart(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00+07:00`);
}

import { foldText } from '../../nlu/text/fold-text.ts';
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

const rootAreaId = 'root';

interface AreaTreeParams {
  /** Name of the root if none exists yet: what the installation serves. */
  rootName: string;
  /** yyyy-mm-dd in Vietnam. */
  day: string;
  /** The stored areas: their root stays, and the area of a unit that has ended since is closed, not left out. */
  existing?: readonly Area[];
}

/**
 * The area tree of the administrative units of a day. Below the root: the units of that day. Below those: the first
 * units that they were made of, as clusters, because their teams still work. Below both: their villages, except
 * unconfirmed ones.
 */
export function areasOfUnits(areas: Areas, { rootName, day, existing = [] }: AreaTreeParams): Area[] {
  const directory = createAreaDirectory(areas);
  const units = directory.units.filter((unit) => unit.kind !== 'district' && hasBegun(unit, day));
  const heirs = new Set(units.map(({ becomes }) => becomes));
  const root =
    existing.find(({ parentId }) => parentId === undefined) ??
    toArea({ areaId: rootAreaId, level: rootLevel, name: rootName });

  function areaOf(unit: Unit): Area[] {
    const { id: areaId, name } = unit;
    const validFrom = dayStart(unit.from);
    if (!hasEnded(unit, day)) {
      return [toArea({ areaId, level: 'commune', name, parentId: root.areaId, validFrom })];
    }
    const parentId = todaysUnit(directory, unit, day) ?? root.areaId;
    if (!heirs.has(areaId)) return [toArea({ areaId, level: 'cluster', name, parentId })];
    if (!existing.some((area) => area.areaId === areaId)) return [];
    const validUntil = dayStart(unit.until && dayAfter(unit.until));
    return [toArea({ areaId, level: 'commune', name, parentId, validFrom, validUntil })];
  }

  return [root, ...units.flatMap((unit) => areaOf(unit).flatMap((area) => [area, ...villagesOf(unit)]))];
}

/** The unit that the people of an ended unit belong to on that day. */
function todaysUnit(directory: AreaDirectory, unit: Unit, day: string): string | undefined {
  const last = directory.chainOn(unit.id, day).at(-1);
  return last && last.id !== unit.id && !hasEnded(last, day) ? last.id : undefined;
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

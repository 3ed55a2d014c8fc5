import { NotFoundError } from '../../errors.ts';
import type { Areas, AreaUnit } from './area-schema.ts';

export interface Unit extends AreaUnit {
  id: string;
}

/** Administrative units through time. Days are yyyy-mm-dd. Read-only. */
export interface AreaDirectory {
  units: readonly Unit[];
  findUnit(id: string): Unit | undefined;
  /** @throws NotFoundError */
  getUnit(id: string): Unit;
  /** The units that the people of one belonged to, from itself to the one of `day`. */
  chainOn(id: string, day: string): Unit[];
  /** The units of `day` whose people came from a unit that was divided: the communes of a former district. */
  partsOn(id: string, day: string): Unit[];
  /** The smallest units that exist on `day`. */
  listOn(day: string): Unit[];
  /** Whether one unit lay in the other, or its people live there now. */
  isWithin(id: string, container: string): boolean;
}

const lastDay = '9999-12-31';
const kindWords = /^(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Đặc khu) /u;

/** "Xã Ba Sao" → "Ba Sao". */
export function bareName({ name }: { name: string }): string {
  return name.replace(kindWords, '');
}

export function createAreaDirectory(areas: Areas): AreaDirectory {
  const byId = new Map(Object.entries(areas.units).map(([id, unit]) => [id, { ...unit, id }]));
  const units = [...byId.values()];

  function getUnit(id: string): Unit {
    const unit = byId.get(id);
    if (!unit) throw new NotFoundError(`no area ${id}`);
    return unit;
  }

  function chainOn(id: string, day: string): Unit[] {
    const chain = [getUnit(id)];
    for (let last = chain[0]; hasEnded(last, day) && last?.becomes; last = chain.at(-1)) {
      const next = getUnit(last.becomes);
      if (chain.includes(next)) break;
      chain.push(next);
    }
    return chain;
  }

  function partsOn(id: string, day: string): Unit[] {
    const today = units
      .filter(({ parent }) => parent === id)
      .flatMap((unit) => chainOn(unit.id, day).slice(-1));
    return units.filter((unit) => today.includes(unit) && !hasEnded(unit, day));
  }

  function endlessChain(id: string): Unit[] {
    return chainOn(id, lastDay);
  }

  function isWithin(id: string, container: string): boolean {
    if (id === container) return false;
    const own = endlessChain(id);
    if (own.some((unit) => unit.id === container || unit.parent === container)) return true;
    return units.some(
      ({ id: part, parent }) => parent === container && endlessChain(part).some((unit) => unit.id === id),
    );
  }

  return {
    units,
    findUnit: (id) => byId.get(id),
    getUnit,
    chainOn,
    partsOn,
    listOn: (day) =>
      units.filter((unit) => unit.kind !== 'district' && !hasEnded(unit, day) && hasBegun(unit, day)),
    isWithin,
  };
}

export function hasBegun(unit: AreaUnit, day: string): boolean {
  return unit.from === undefined || unit.from <= day;
}

export function hasEnded(unit: AreaUnit | undefined, day: string): boolean {
  return unit?.until !== undefined && unit.until < day;
}

/** The day in Vietnam, yyyy-mm-dd, at a time in epoch milliseconds. */
export function vietnameseDay(at: number): string {
  return new Date(at + 7 * 60 * 60_000).toISOString().slice(0, 10);
}

/** The next day: a unit that ended on 2025-06-30 was replaced on 2025-07-01. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10);
}

import { type AreaDirectory, hasBegun, type Unit } from '../areas/area-directory.ts';
import type { NamedKind } from './introductions.ts';
import type { KnownName } from './name-index.ts';
import type { Place } from './place.ts';

/** The context of a name. */
export interface NameContext {
  day: string;
  kind: NamedKind | undefined;
  age: 'old' | 'new' | undefined;
}

/** What a name means on a day. */
export type Meaning =
  | { kind: 'one'; place: Place; isOldAndNew: boolean }
  | { kind: 'several'; why: 'alike' | 'old-and-new'; candidates: Place[] };

/** What names with the same letters mean, by their kind and context. */
export function meaningOf(
  directory: AreaDirectory,
  names: readonly KnownName[],
  context: NameContext,
): Meaning | undefined {
  const fitting = narrowByKind(directory, names, context);
  const districts = fitting.filter(({ unitId }) => directory.findUnit(unitId ?? '')?.kind === 'district');
  if (districts.length > 0) return meaningOfDivided(directory, districts, context.day);
  const places = distinct(fitting.map((name) => placeOf(directory, name, context.day)));
  const [first] = places;
  if (!first) return undefined;
  if (places.length === 1) return { kind: 'one', place: first, isOldAndNew: false };
  return (
    meaningOfOldAndNew(places) ??
    meaningOfSameUnit(places, context) ?? { kind: 'several', why: 'alike', candidates: places }
  );
}

/** Every place that may be meant. */
export function placesOf(meaning: Meaning): Place[] {
  return meaning.kind === 'one' ? [meaning.place] : meaning.candidates;
}

/** The place of a unit, or of a village in it, on a day. */
export function placeOf(
  directory: AreaDirectory,
  { unitId, village }: Pick<KnownName, 'unitId' | 'village'>,
  day: string,
): Place {
  const chain = directory.chainOn(unitId ?? '', day);
  const area = chain.at(-1) as Unit;
  if (chain.length === 1) return { area, via: [], ...(village ? { village } : {}) };
  return { area, was: chain[0], via: chain.slice(1, -1), since: area.from, ...(village ? { village } : {}) };
}

/** Prefers the kind of place that the context asks for; keeps everything when none is of that kind. */
function narrowByKind(
  directory: AreaDirectory,
  names: readonly KnownName[],
  { kind, age, day }: NameContext,
): KnownName[] {
  const unitOf = ({ unitId }: KnownName) => directory.getUnit(unitId ?? '');
  const rules: ((name: KnownName) => boolean)[] = [(name) => hasBegun(unitOf(name), day)];
  if (kind === 'village') rules.push(({ village }) => village !== undefined);
  if (kind === 'district') rules.push((name) => unitOf(name).kind === 'district');
  if (kind === 'commune' || kind === 'town') {
    rules.push(
      (name) => name.village === undefined,
      (name) => unitOf(name).kind !== 'district',
    );
  }
  if (age) rules.push((name) => (age === 'old') === (unitOf(name).until !== undefined));
  return rules.reduce(
    (left, rule) => {
      const kept = left.filter(rule);
      return kept.length > 0 ? kept : left;
    },
    [...names],
  );
}

/** A unit that was divided means any of its parts. */
function meaningOfDivided(
  directory: AreaDirectory,
  districts: KnownName[],
  day: string,
): Meaning | undefined {
  const parts = districts.flatMap(({ unitId }) => directory.partsOn(unitId ?? '', day));
  const candidates = parts.map((area): Place => ({ area, via: [] }));
  return candidates.length > 0 ? { kind: 'several', why: 'old-and-new', candidates } : undefined;
}

/** An old and a new unit with the same name: the people of both are in the new one today. */
function meaningOfOldAndNew(places: Place[]): Meaning | undefined {
  const isNew = places.some(({ was, village }) => !was && !village);
  const old = places.find(({ was, village }) => was && !village);
  if (!isNew || !old || places.some(({ area, village }) => village || area.id !== old.area.id))
    return undefined;
  return { kind: 'one', place: old, isOldAndNew: true };
}

/** A commune and a village in it with the same name; the village counts when the text calls it one. */
function meaningOfSameUnit(places: Place[], { kind }: NameContext): Meaning | undefined {
  const units = new Set(places.map(({ was, area }) => (was ?? area).id));
  if (units.size > 1) return undefined;
  const wanted = places.find(({ village }) => (village !== undefined) === (kind === 'village'));
  const place = wanted ?? places[0];
  return place && { kind: 'one', place, isOldAndNew: false };
}

function distinct(places: Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter(({ area, was, village }) => {
    const key = `${area.id}/${was?.id ?? ''}/${village?.name ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

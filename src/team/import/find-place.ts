import { foldText } from '../../nlu/text/fold-text.ts';
import type { Area, AreaTree } from '../areas/area-tree.ts';
import type { Cells } from './read-cells.ts';

/** Columns that name a place as people do, instead of by its id. */
export type PlaceColumn = 'commune' | 'village';

/**
 * The id of the place that a row names by its commune, and perhaps its village. What is not clear is a fault that says
 * which place may be meant.
 * @returns undefined when the row names none, or after a fault
 */
export function findPlace(cells: Cells<PlaceColumn>, tree: AreaTree): string | undefined {
  const commune = findCommune(cells, tree);
  const village = cells.text('village');
  if (!commune || village === '') return commune?.areaId;
  const { areaId, candidates, isVillageUnknown } = tree.locate({ unitIds: [commune.areaId], village });
  if (candidates.length > 0) {
    cells.fault('unclear-village', { value: village, choices: candidates.join(', ') });
  } else if (isVillageUnknown) {
    const elsewhere = communesWith(village, tree);
    const names = { value: village, commune: commune.name };
    if (elsewhere === '') cells.fault('unknown-village', names);
    else cells.fault('village-elsewhere', { ...names, elsewhere });
  } else return areaId;
  return undefined;
}

function findCommune(cells: Cells<PlaceColumn>, tree: AreaTree): Area | undefined {
  const value = cells.text('commune');
  if (value === '') return undefined;
  const isNamed = ({ name, aliases = [] }: Area) => [name, ...aliases].some((one) => isSame(one, value));
  const communes = tree.areas.filter(isCommune);
  const found = communes.find(isNamed);
  if (found) return found;
  const old = tree.areas.find((area) => isNamed(area) && (area.level === 'cluster' || area.validUntil));
  const today = old && communeOf(old, tree);
  if (today) cells.fault('old-commune', { value, today: today.name });
  else {
    const known = communes.map(({ name }) => name).join(', ');
    cells.fault('unknown-commune', { value, known });
  }
  return undefined;
}

function isCommune({ level, validUntil }: Area): boolean {
  return level === 'commune' && validUntil === undefined;
}

function communeOf({ areaId }: Area, tree: AreaTree): Area | undefined {
  return tree.pathOf(areaId).find(isCommune);
}

/** The communes that have a village of this name, as words. */
function communesWith(village: string, tree: AreaTree): string {
  const having = tree.areas
    .filter(isCommune)
    .filter(({ areaId }) => !tree.locate({ unitIds: [areaId], village }).isVillageUnknown);
  return having.map(({ name }) => name).join(', ');
}

/** "Xã Thử", "xa thu" and "Thử" are one name. */
function isSame(one: string, other: string): boolean {
  const plain = (name: string) => foldText(name).replace(/^(?:xa|phuong|thi tran)\s+(?=\S)/, '');
  return plain(one) === plain(other);
}

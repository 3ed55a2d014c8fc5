import { foldText } from '../../nlu/text/fold-text.ts';
import type { Areas } from '../areas/area-schema.ts';
import type { Area } from '../areas/area-tree.ts';
import { createPlaceNames, type PlaceNames } from './place-names.ts';

/** Names that also know the villages which operators imported. */
export interface LivePlaceNames extends PlaceNames {
  /** @param stored the areas of the database, as they are now */
  learn(stored: readonly Area[]): void;
}

export function createLivePlaceNames(areas: Areas): LivePlaceNames {
  let names = createPlaceNames(areas);
  let learnt = '[]';
  return {
    get directory() {
      return names.directory;
    },
    find: (text, options) => names.find(text, options),
    learn(stored) {
      const added = newVillages(areas, stored);
      const version = JSON.stringify(added);
      // Building the index takes a while, and this is asked every minute.
      if (version === learnt) return;
      learnt = version;
      names = createPlaceNames(withVillages(areas, added));
    },
  };
}

interface AddedVillage {
  unitId: string;
  name: string;
}

/** Stored villages whose unit does not have their name in the content. */
function newVillages({ units }: Areas, stored: readonly Area[]): AddedVillage[] {
  return stored.flatMap(({ level, name, parentId = '', validUntil }) => {
    const unit = units[parentId];
    if (level !== 'village' || !unit || validUntil !== undefined) return [];
    const known = (unit.villages ?? []).flatMap((village) => [village.name, ...(village.aliases ?? [])]);
    return known.some((one) => foldText(one) === foldText(name)) ? [] : [{ unitId: parentId, name }];
  });
}

function withVillages(areas: Areas, added: readonly AddedVillage[]): Areas {
  const units = Object.entries(areas.units).map(([id, unit]) => {
    const more = added.filter(({ unitId }) => unitId === id);
    const villages = more.map(({ name }) => ({ name, confidence: 'high' as const }));
    return [id, more.length === 0 ? unit : { ...unit, villages: [...(unit.villages ?? []), ...villages] }];
  });
  return { ...areas, units: Object.fromEntries(units) };
}

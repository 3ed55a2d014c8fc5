import { foldText } from '../../nlu/text/fold-text.ts';

/** A place that tickets are routed to: a village, a cluster of villages, a commune, the root. Levels are data. */
export interface Area {
  areaId: string;
  level: string;
  name: string;
  /** Undefined for the root only. */
  parentId: string | undefined;
  validFrom: number | undefined;
  /** From then on its teams get no new tickets. */
  validUntil: number | undefined;
  /** Other names that residents use. */
  aliases?: readonly string[];
}

export const rootLevel = 'root';

/** A place as the resident described it. */
export interface ToldPlace {
  /** Ids of the units that the place is in, the most specific first: the old commune, then the current one. */
  unitIds: readonly string[];
  /** A known village, or the name as typed. */
  village?: string | undefined;
}

export interface LocatedPlace {
  /** The most specific area that is certain; the root when none is. */
  areaId: string;
  /** The villages that share the name; the area is then their common ancestor. */
  candidates: readonly string[];
  /** No area has the name of the village. */
  isVillageUnknown: boolean;
}

export interface AreaTree {
  areas: readonly Area[];
  root: Area | undefined;
  find(areaId: string): Area | undefined;
  /** From an area up to the root; only the root for an unknown area. */
  pathOf(areaId: string | undefined): Area[];
  /** Everything below an area. */
  listBelow(areaId: string): Area[];
  /** Finds the area of a place; looks for a village only below the first of its units that is an area. */
  locate(place: ToldPlace): LocatedPlace;
}

/** A word for the kind of place before a village's name, not part of the name. */
const kindWords = /^(?:thon|xom|lang|khu pho|khu dan cu|khu|to dan pho|tdp|ban|ap)\s+(?=\S)/;

export function createAreaTree(areas: readonly Area[]): AreaTree {
  const byId = new Map(areas.map((area) => [area.areaId, area]));
  const root = areas.find(({ parentId }) => parentId === undefined);

  function pathOf(areaId: string | undefined): Area[] {
    const path: Area[] = [];
    let area = byId.get(areaId ?? '');
    while (area && !path.includes(area)) {
      path.push(area);
      area = byId.get(area.parentId ?? '');
    }
    return path.length > 0 || !root ? path : [root];
  }

  function listBelow(areaId: string): Area[] {
    return areas.filter(
      (area) => area.areaId !== areaId && pathOf(area.areaId).some((above) => above.areaId === areaId),
    );
  }

  function commonArea(areaIds: readonly string[]): string {
    const [first = [], ...others] = areaIds.map(pathOf);
    const common = first.find((area) => others.every((path) => path.includes(area)));
    return (common ?? root)?.areaId ?? '';
  }

  function locate({ unitIds, village }: ToldPlace): LocatedPlace {
    const areaId = unitIds.find((unitId) => byId.has(unitId)) ?? root?.areaId ?? '';
    if (village === undefined) return { areaId, candidates: [], isVillageUnknown: false };
    const [only, ...more] = areasNamed(listBelow(areaId), village);
    if (!only) return { areaId, candidates: [], isVillageUnknown: true };
    if (more.length === 0) return { areaId: only.areaId, candidates: [], isVillageUnknown: false };
    const candidates = [only, ...more].map((area) => area.areaId);
    return { areaId: commonArea(candidates), candidates, isVillageUnknown: false };
  }

  return { areas, root, find: (areaId) => byId.get(areaId), pathOf, listBelow, locate };
}

/** The areas with a name; marks decide when they can. */
function areasNamed(areas: readonly Area[], name: string): Area[] {
  const folded = foldText(name);
  const plain = folded.replace(kindWords, '');
  // People use "Xóm Đông" and "thôn Đông" for one place; "xóm 3" and "thôn 3" are two.
  const isNumberOfKind = /^\d+$/.test(plain) && plain !== folded;
  const isAlike = (named: string) => {
    const own = foldText(named);
    if (isNumberOfKind) return own === folded || `thon ${own}` === folded;
    return own === folded || own.replace(kindWords, '') === plain;
  };
  const alike = areas.filter((area) => namesOf(area).some(isAlike));
  const written = name.normalize('NFC').toLowerCase().trim();
  const same = alike.filter((area) =>
    namesOf(area).some((named) => written.endsWith(named.normalize('NFC').toLowerCase())),
  );
  return same.length > 0 ? same : alike;
}

function namesOf({ name, aliases = [] }: Area): readonly string[] {
  return [name, ...aliases];
}

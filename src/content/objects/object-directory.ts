import { amountIn } from '../checks/claims/claims.ts';
import type { Ageing } from '../review-age.ts';
import type { AspectsFile } from '../schema/aspects.ts';
import type { FaultsFile } from '../schema/faults.ts';
import type { KnowsFile } from '../schema/knows.ts';
import type { ObjectFile, ToldCell } from '../schema/object.ts';
import type { TopicDirectory } from '../topic-directory.ts';
import { fillFault } from './fill-fault.ts';
import type { KnownObject, Variant } from './known-object.ts';
import { wholeCell } from './whole-cell.ts';

/** The objects of an office as its files declare them, with what all objects share. */
export interface ObjectFiles {
  objects: readonly ObjectFile[];
  aspects: AspectsFile;
  faults: FaultsFile;
  knows: KnowsFile;
}

/** The objects of an office. */
export interface ObjectDirectory {
  all: readonly KnownObject[];
  find(id: string): KnownObject | undefined;
  /**
   * The objects of an answered intent, from their own cells or from a topic. An answer that several objects share is
   * most about the one of which it tells most aspects: that one is first.
   */
  listByIntent(intent: string | undefined): readonly KnownObject[];
  /** Who knows what the object does not tell. */
  knower(object: KnownObject): string;
  /** The facts behind some cells, and whether the cells expire. */
  carrying(cells: readonly ToldCell[]): Ageing;
}

/** The intent under which an object answers. */
export function intentOf(objectId: string): string {
  return `object-${objectId}`;
}

export function createObjectDirectory({
  objectFiles,
  local,
}: Pick<TopicDirectory, 'objectFiles' | 'local'>): ObjectDirectory {
  const byId = knownObjects(objectFiles);
  const all = [...byId.values()];
  const byIntent = objectsByIntent(all);
  return {
    all,
    find: (id) => byId.get(id),
    listByIntent: (intent = '') => byIntent.get(intent) ?? [],
    knower: ({ knows }) => objectFiles.knows[knows]?.name ?? local.office.name,
    carrying: (cells) => ({
      facts: [...new Set(cells.flatMap(({ facts }) => facts))],
      reviewBy: cells.flatMap(({ reviewBy }) => reviewBy ?? []).sort()[0],
      hardLimit: cells.some((cell) => amountIn(wholeCell(cell), local.harmlessNumbers)),
    }),
  };
}

function objectsByIntent(all: readonly KnownObject[]): ReadonlyMap<string, KnownObject[]> {
  const byIntent = new Map<string, KnownObject[]>();
  for (const object of all) {
    for (const intent of new Set([object.intent, ...Object.keys(object.answers)])) {
      byIntent.set(intent, [...(byIntent.get(intent) ?? []), object]);
    }
  }
  for (const [intent, objects] of byIntent) {
    const told = ({ answers }: KnownObject) => answers[intent]?.length ?? 0;
    objects.sort((a, b) => told(b) - told(a));
  }
  return byIntent;
}

function knownObjects(files: ObjectFiles): Map<string, KnownObject> {
  const known = new Map<string, KnownObject>();
  for (const file of files.objects) {
    const { object: id, parent: _parent, when: _when, faults: _faults, ...rest } = file;
    const card = files.aspects.kinds[file.kind]?.card ?? [];
    known.set(id, {
      ...rest,
      id,
      intent: intentOf(id),
      parent: undefined,
      variants: variantsOf(file, files.faults),
      card,
    });
  }
  for (const { object, parent } of files.objects) {
    const child = known.get(object);
    if (child && parent !== undefined) child.parent = known.get(parent);
  }
  return known;
}

function variantsOf({ name, when, faults }: ObjectFile, templates: FaultsFile): Variant[] {
  const own = when.map(({ state, condition = [], say }) => ({ state, conditions: condition, say }));
  const shared = Object.entries(templates.faults).flatMap(([key, template]) => {
    const state = key as keyof FaultsFile['faults'];
    const filled = faults[state];
    return filled === undefined
      ? []
      : [{ state, conditions: [], say: { fix: fillFault(template, name, filled) } }];
  });
  return [...own, ...shared];
}

import type { Dependencies } from '../dependencies.ts';
import { OperatorError } from '../errors.ts';
import { addAlias, listAreas } from '../team/areas/area-store.ts';
import { createAreaTree } from '../team/areas/area-tree.ts';
import { listUnknownPlaces, type UnknownPlace } from '../ticket/views/list-unknown-places.ts';

interface MapPlaceParams {
  /** The name as residents typed it. */
  text: string;
  areaId: string;
}

/**
 * Stores an unknown place name as an alias of an area and sends the open tickets that waited for it to that area. After
 * a failure, another run does the rest.
 * @returns how many residents wrote the name, and the numbers of the tickets it sent on
 * @throws OperatorError when there is no such area, or no resident wrote the name of a place in it
 */
export async function mapPlace(
  { database: { db }, tickets, clock }: Pick<Dependencies, 'database' | 'tickets' | 'clock'>,
  { text, areaId }: MapPlaceParams,
): Promise<{ settled: number; moved: number[] }> {
  const areas = await listAreas(db);
  if (!areas.some((area) => area.areaId === areaId)) {
    throw new OperatorError(`There is no area "${areaId}". See areas:list.`);
  }
  const tree = createAreaTree(
    areas.map((area) =>
      area.areaId === areaId ? { ...area, aliases: [...(area.aliases ?? []), text] } : area,
    ),
  );
  const isThere = (place: UnknownPlace) =>
    tree.locate({ unitIds: place.areaId ? [place.areaId] : [], village: place.text }).areaId === areaId;
  const places = (await listUnknownPlaces(db)).filter(isThere);
  if (places.length === 0) {
    throw new OperatorError(`Nobody wrote "${text}" of a place around ${areaId}. See places:unknown.`);
  }
  await addAlias(db, areaId, text);
  const moved: number[] = [];
  for (const number of new Set(places.flatMap(({ openTicket }) => openTicket ?? []))) {
    const result = await tickets.settlePlace({ number, areaId, by: { operator: 'command-line' } });
    if (result.kind === 'done') moved.push(number);
  }
  await db
    .updateTable('unknown_places')
    .set({ settled_at: clock.now() })
    .where(
      'id',
      'in',
      places.map(({ id }) => id),
    )
    .execute();
  return { settled: places.length, moved };
}

import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Tables } from '../database/schema.ts';
import { addAlias, listAreas } from '../team/areas/area-store.ts';
import { createAreaTree } from '../team/areas/area-tree.ts';
import type { Caller } from './permissions.ts';
import type { TicketService } from './ticket-service.ts';
import { listUnknownPlaces, type UnknownPlace } from './views/list-unknown-places.ts';

interface MapPlaceParts {
  db: Kysely<Tables>;
  tickets: Pick<TicketService, 'settlePlace'>;
  clock: Clock;
}

interface MapPlaceParams {
  /** The name as residents typed it. */
  text: string;
  areaId: string;
  by: Caller;
}

/** How many residents wrote the name, and the numbers of the tickets that were sent on; or why it was refused. */
type MappedPlace =
  | { kind: 'done'; settled: number; moved: number[] }
  | { kind: 'refused'; why: 'unknown-area' | 'nobody-wrote-it' };

/**
 * Stores an unknown place name as an alias of an area and sends the open tickets that waited for it to that area. After
 * a failure, another run does the rest. Refused when there is no such area, or no resident wrote the name of a place in
 * it.
 */
export async function mapPlace(
  { db, tickets, clock }: MapPlaceParts,
  { text, areaId, by }: MapPlaceParams,
): Promise<MappedPlace> {
  const areas = await listAreas(db);
  if (!areas.some((area) => area.areaId === areaId)) return { kind: 'refused', why: 'unknown-area' };
  const tree = createAreaTree(
    areas.map((area) =>
      area.areaId === areaId ? { ...area, aliases: [...(area.aliases ?? []), text] } : area,
    ),
  );
  const isThere = (place: UnknownPlace) =>
    tree.locate({ unitIds: place.areaId ? [place.areaId] : [], village: place.text }).areaId === areaId;
  const places = (await listUnknownPlaces(db)).filter(isThere);
  if (places.length === 0) return { kind: 'refused', why: 'nobody-wrote-it' };
  await addAlias(db, areaId, text);
  const moved: number[] = [];
  for (const number of new Set(places.flatMap(({ openTicket }) => openTicket ?? []))) {
    const result = await tickets.settlePlace({ number, areaId, by });
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
  return { kind: 'done', settled: places.length, moved };
}

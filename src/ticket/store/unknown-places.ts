import type { Transaction } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { TicketEdit } from '../model/ticket-edit.ts';

/** Stores unknown village names for an operator to map. */
export async function saveUnknownPlaces(
  trx: Transaction<Tables>,
  edits: readonly TicketEdit[],
  now: number,
): Promise<void> {
  const rows = edits.flatMap(({ ticket, changes: { unknownPlace } }) =>
    unknownPlace
      ? [
          {
            text: unknownPlace.name,
            oa_id: ticket.oa_id,
            area_id: unknownPlace.areaId,
            ticket_id: ticket.id,
            at: now,
          },
        ]
      : [],
  );
  if (rows.length > 0) await trx.insertInto('unknown_places').values(rows).execute();
}

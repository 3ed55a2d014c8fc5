import type { TicketEdit } from '../model/ticket-edit.ts';
import type { ResidentTurn } from '../resident-ticket-types.ts';

/** Inserts a new ticket, and gives it its number. */
export async function insertTicket(turn: ResidentTurn, edit: TicketEdit): Promise<void> {
  const { id: _id, number: _number, ...row } = edit.ticket;
  const inserted = await turn.trx
    .insertInto('tickets')
    .values({ ...row, summary: JSON.stringify(row.summary) })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  edit.isWritten(inserted);
}

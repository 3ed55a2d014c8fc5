import type { TicketEdit } from '../model/ticket-edit.ts';
import type { ResidentTurn } from '../resident-ticket-types.ts';
import { summarise } from './transcript.ts';

/** Inserts a new ticket with the last messages of its conversation, and gives it its number. */
export async function insertTicket(turn: ResidentTurn, edit: TicketEdit): Promise<void> {
  const { id: _id, number: _number, ...row } = edit.ticket;
  const summary = JSON.stringify(await summarise(turn));
  const inserted = await turn.trx
    .insertInto('tickets')
    .values({ ...row, summary })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  edit.isWritten(inserted);
}

import { loadTickets, type Which } from './load-tickets.ts';
import type { DeskTurn } from './ticket-desk.ts';
import type { TicketEdit } from './ticket-edit.ts';

/** Tickets of the resident whose turn it is; what they do in it is not written to their conversation yet. */
export async function loadOwn(turn: DeskTurn, which: Which): Promise<TicketEdit[]> {
  const edits = await loadTickets(turn.trx, (eb) =>
    eb.and([eb('conversation_id', '=', turn.conversationId), which(eb)]),
  );
  for (const { person } of edits) {
    person.lastInteractionAt = turn.lastInteractionAt;
    person.blockedAt = null;
  }
  return edits;
}

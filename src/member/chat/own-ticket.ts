import { isOwnOpen, type TicketView } from '../tickets/ticket-view.ts';
import { type MemberTurn, sayWhatHappened } from './member-context.ts';

/** The member's own ticket that is not closed; of any other they are told what became of it. */
export async function ownOpenTicket(turn: MemberTurn, number: number): Promise<TicketView | undefined> {
  const view = await turn.tickets.find(number);
  if (view && isOwnOpen(view, turn.memberId)) return view;
  await sayWhatHappened(turn, number);
  return undefined;
}

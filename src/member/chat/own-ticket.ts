import { isOwnOpen, type TicketView } from '../tickets/ticket-view.ts';
import { type MemberTurn, sayWhatHappened } from './member-context.ts';

/** The member's own open ticket. For any other, tells the member what happened to it and returns undefined. */
export async function ownOpenTicket(turn: MemberTurn, number: number): Promise<TicketView | undefined> {
  const view = await turn.tickets.find(number);
  if (view && isOwnOpen(view, turn.memberId)) return view;
  await sayWhatHappened(turn, number);
  return undefined;
}

import { openTickets } from '../../relay/relay-rules.ts';
import type { TicketView } from '../../tickets/ticket-view.ts';
import type { Step } from '../buttons.ts';
import type { MemberTurn } from '../member-context.ts';
import { pickerOf, sayListEmpty } from './lists.ts';

/** Commands for tickets without an assignee. */
const onNew = new Set<Step>(['claim', 'decline']);

/**
 * The ticket that a command without a number means, if only one is possible. With several, asks which.
 * @returns undefined when the bot asked, or there is none
 */
export async function pickTicket(turn: MemberTurn, step: Step): Promise<number | undefined> {
  const candidates = onNew.has(step)
    ? (await turn.tickets.listNew()).filter(({ isOffered }) => isOffered || step === 'claim')
    : await ownFor(turn, step);
  const [only] = candidates;
  if (!only) {
    sayListEmpty(turn, onNew.has(step) ? 'new' : 'mine');
    return undefined;
  }
  if (candidates.length === 1) return only.number;
  const { text, options } = pickerOf(turn, { views: candidates, step });
  turn.say(text, options);
  return undefined;
}

/** A canned reply is for a resident that the member is writing to, if there is one. */
async function ownFor(turn: MemberTurn, step: Step): Promise<TicketView[]> {
  const own = await turn.tickets.listOwn();
  if (step !== 'canned') return own;
  const open = new Set(openTickets(turn.chat, own));
  return open.size > 0 ? own.filter(({ number }) => open.has(number)) : own;
}

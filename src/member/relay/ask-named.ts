import type { Attachment } from '../../message.ts';
import type { MemberTurn } from '../chat/member-context.ts';
import { readLeadingName } from '../names/leading-name.ts';
import type { TicketView } from '../tickets/ticket-view.ts';
import { keepAndAsk } from './keep-and-ask.ts';
import { currentRelay } from './relay-rules.ts';

interface WrittenText {
  text: string;
  attachments: Attachment[];
}

/**
 * A text that begins with a resident's name is proposed to that resident, one that begins with the name of several is
 * for one of them; neither is sent at once. @returns false when it names nobody, or whom the member writes to anyway
 */
export async function askNamed(
  turn: MemberTurn,
  { text, attachments }: WrittenText,
  own: readonly TicketView[],
): Promise<boolean> {
  const named = readLeadingName(text, own);
  if (!named) return false;
  const { tickets, isCalled, body } = named;
  const [only, another] = tickets;
  const current = currentRelay(turn.chat)?.ticket;
  if (another === undefined && only === current && body === undefined) return false;
  const typed = { text: body ?? text, attachments };
  if (another === undefined && (isCalled || body !== undefined)) {
    await keepAndAsk(turn, { ...typed, ticket: only });
    return true;
  }
  // "Anh Tùng qua nhé" may be to somebody else about Tùng.
  const talkedTo = own.some(({ number }) => number === current) && current !== undefined ? [current] : [];
  await keepAndAsk(turn, { ...typed, among: another === undefined ? [...tickets, ...talkedTo] : tickets });
  return true;
}

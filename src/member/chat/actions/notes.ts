import { openTickets } from '../../relay/relay-rules.ts';
import { type MemberTurn, sayWhyNot } from '../member-context.ts';
import { sayListEmpty } from './lists.ts';

/** *Ghi chú …*: a note for the members who work on the ticket. Without text the bot asks for it. */
export async function addNote(turn: MemberTurn, given: number | undefined, text: string): Promise<void> {
  const own = await turn.tickets.listOwn();
  const open = openTickets(turn.chat, own);
  const [only, another] = open.length > 0 ? open : own.map(({ number }) => number);
  const number = given ?? (another === undefined ? only : undefined);
  const example = number ?? only;
  if (example === undefined) return sayListEmpty(turn, 'mine');
  if (number === undefined) return turn.say(turn.t('member:which.note', { number: example }));
  if (text === '') {
    turn.remember({ noting: { ticket: number, at: turn.now } });
    return turn.say(turn.t('member:note_what', { number }));
  }
  return saveNote(turn, number, text);
}

/** Saves a note, and shows it as it was saved. */
export async function saveNote(turn: MemberTurn, number: number, text: string): Promise<void> {
  turn.remember({ noting: undefined });
  const result = await turn.tickets.note(number, text);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.say(turn.t('member:relay.noted_text', { number, quote: text }), {
    about: await turn.tickets.find(number),
  });
}

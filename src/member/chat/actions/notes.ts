import { openRelays } from '../../relay/relay-rules.ts';
import { type MemberTurn, sayWhyNot } from '../member-context.ts';
import { askHowDone } from './close.ts';
import { sayListEmpty } from './lists.ts';

/** *Ghi chú …*: a note for the members who work on the ticket. */
export async function addNote(turn: MemberTurn, given: number | undefined, text: string): Promise<void> {
  const own = (await turn.tickets.listOwn()).map(({ number }) => number);
  const open = openRelays(turn.chat, own).map(({ ticket }) => ticket);
  const [only, another] = open.length > 0 ? open : own;
  const number = given ?? (another === undefined ? only : undefined);
  const example = number ?? only;
  if (example === undefined) return sayListEmpty(turn, 'mine');
  if (number === undefined || text === '') {
    return turn.say(turn.t('member:which.note', { number: example }));
  }
  const result = await turn.tickets.note(number, text);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.say(turn.t('member:relay.noted', { number }), { about: await turn.tickets.find(number) });
}

/** *Ghi vào việc*: the pending text described how the request was solved; it becomes a note that only members read. */
export async function notePending(turn: MemberTurn, data: Record<string, string>): Promise<void> {
  const { pendingReply } = turn.chat;
  if (!pendingReply || data.pendingReply !== pendingReply.id)
    return turn.say(turn.t('member:relay.nothing_held'));
  const number = Number(data.ticket);
  const result = await turn.tickets.note(number, pendingReply.lines.map(({ text }) => text).join('\n'));
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ pendingReply: undefined });
  turn.say(turn.t('member:relay.noted', { number }));
  return askHowDone(turn, number, true);
}

import { closeWithNote } from '../chat/actions/close.ts';
import type { PendingText } from '../chat/chat-state.ts';
import { type MemberTurn, sayWhyNot } from '../chat/member-context.ts';
import { askNoteTicket } from './ask-note-ticket.ts';
import { askRecipient, quoteOf } from './ask-recipient.ts';
import { changeText, isFresh, lastShown, withoutText } from './pending-texts.ts';
import { openTickets, withOwnRelays } from './relay-rules.ts';
import { sendText } from './send-text.ts';

type Data = Record<string, string>;

/** The text of a tapped button, which is gone if the member has decided already; for typed words, the one shown last. */
function meantText(turn: MemberTurn, { pending: id }: Data): PendingText | undefined {
  const isTapped = id !== undefined && (turn.event.text ?? '').trim().startsWith('#');
  return isTapped ? turn.chat.pending.find((one) => one.id === Number(id)) : lastShown(turn.chat);
}

/** The meant text; one that was shown long ago is shown again instead. */
async function currentText(turn: MemberTurn, data: Data): Promise<PendingText | undefined> {
  const pending = meantText(turn, data);
  if (!pending) turn.say(turn.t('member:relay.nothing_pending'));
  else if (isFresh(pending, turn.now)) return pending;
  else await askRecipient(turn, pending.id, { since: turn.t('member:relay.long_ago') });
  return undefined;
}

/** *Gửi*: sends one text to the resident that the question named, or to the one picked from a list. */
export async function sendPending(turn: MemberTurn, data: Data): Promise<void> {
  const pending = await currentText(turn, data);
  if (!pending) return;
  const isTapped = data.pending === String(pending.id);
  const ticket = isTapped && data.ticket !== undefined ? Number(data.ticket) : pending.ticket;
  if (ticket === undefined) return askRecipient(turn, pending.id);
  await sendChosen(turn, ticket, pending);
}

/** The member has just seen whom they write to: relays of tickets that they no longer have are over. */
async function sendChosen(turn: MemberTurn, ticket: number, pending: PendingText): Promise<void> {
  const own = (await turn.tickets.listOwn()).map(({ number }) => number);
  turn.remember({ relays: withOwnRelays(turn.chat.relays, own) });
  await sendText(turn, ticket, pending);
}

/** *Gửi cho người khác*: lists the residents, the current one first. */
export async function sendToOther(turn: MemberTurn, data: Data): Promise<void> {
  const pending = meantText(turn, data);
  if (!pending) return turn.say(turn.t('member:relay.nothing_pending'));
  await askRecipient(turn, pending.id, { from: Number(data.from ?? 0) });
}

/** The member named a resident: sends the text to that one if they said so, else the question is asked again. */
export async function readdress(
  turn: MemberTurn,
  pending: PendingText,
  { ticket, isOrder, isCorrection }: { ticket: number; isOrder: boolean; isCorrection?: true },
): Promise<void> {
  if (isOrder || (pending.listsRecipients && !isCorrection)) return sendChosen(turn, ticket, pending);
  turn.remember(changeText(turn.chat, pending.id, { ticket, among: undefined }));
  await askRecipient(turn, pending.id);
}

/** The name is that of several residents: asks which of them. */
export async function askWhichNamed(
  turn: MemberTurn,
  pending: PendingText,
  among: readonly number[],
): Promise<void> {
  turn.remember(changeText(turn.chat, pending.id, { ticket: undefined, among: [...among] }));
  await askRecipient(turn, pending.id);
}

/** *Ghi chú*: the text becomes a note on the ticket that it was typed for, or that was picked; no resident reads it. */
export async function noteText(turn: MemberTurn, data: Data): Promise<void> {
  const pending = await currentText(turn, data);
  if (!pending) return;
  if (pending.attachments.length > 0) return askRecipient(turn, pending.id);
  const isTapped = data.pending === String(pending.id);
  const picked = isTapped && data.ticket !== undefined ? Number(data.ticket) : undefined;
  const number = picked ?? pending.ticket ?? (await onlyTicket(turn));
  if (number === undefined) return askNoteTicket(turn, pending);
  const result = await turn.tickets.note(number, pending.text);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember(withoutText(turn.chat, pending.id));
  turn.say(turn.t('member:relay.noted_text', { number, quote: pending.text }));
}

async function onlyTicket(turn: MemberTurn): Promise<number | undefined> {
  const own = await turn.tickets.listOwn();
  const open = openTickets(turn.chat, own);
  const [only, another] = open.length > 0 ? open : own.map(({ number }) => number);
  return another === undefined ? only : undefined;
}

/** *Ghi rồi đóng*: the text says how the ticket was solved. */
export async function noteAndClose(turn: MemberTurn, data: Data): Promise<void> {
  const pending = await currentText(turn, data);
  if (!pending) return;
  turn.remember(withoutText(turn.chat, pending.id));
  await closeWithNote(turn, Number(data.ticket), pending.text);
}

/** *Bỏ*. */
export function dropPending(turn: MemberTurn, data: Data = {}): void {
  const pending = meantText(turn, data);
  if (!pending) return turn.say(turn.t('member:relay.nothing_pending'));
  turn.remember(withoutText(turn.chat, pending.id));
  turn.say(turn.t('member:relay.not_sent', { quote: quoteOf(pending, turn) }));
}

/** What the member did in a turn: wrote a text, decided about a pending one, or something else. */
export type TurnKind = 'text' | 'decision' | 'command';

/**
 * After everything else in a turn: no pending text survives a command, or ten minutes, without being shown again. It
 * comes back once; after the next command it is dropped, and the member reads that. Deciding about one of several
 * texts ends none of the others.
 */
export async function showPendingAgain(turn: MemberTurn, kind: TurnKind): Promise<void> {
  for (const pending of turn.chat.pending) {
    if (pending.shownIn === turn.turnId || (kind === 'text' && isFresh(pending, turn.now))) continue;
    if (pending.hasReturned && kind !== 'decision') {
      turn.remember(withoutText(turn.chat, pending.id));
      turn.say(turn.t('member:relay.abandoned', { quote: quoteOf(pending, turn) }));
      continue;
    }
    turn.remember(changeText(turn.chat, pending.id, { hasReturned: true }));
    await askRecipient(turn, pending.id, { since: turn.t('member:relay.still_pending'), isBack: true });
  }
}

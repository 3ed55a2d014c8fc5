import { formatTimestamp } from '../../../calendar/spoken-time.ts';
import { memberIntent } from '../../../conversation/outbox.ts';
import { doneKinds } from '../../../ticket/commands/close.ts';
import { pauseMs, withoutRelay } from '../../relay/relay-rules.ts';
import { residentLabelInSentence } from '../../tickets/card.ts';
import { isOwnOpen } from '../../tickets/ticket-view.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhyNot } from '../member-context.ts';
import { ownOpenTicket } from '../own-ticket.ts';

/** Older ones are closed or written to again. */
const maxPaused = 30;

/** *Xong*: asks how the request was solved; the reply closes the ticket. */
export async function askHowDone(turn: MemberTurn, number: number, isRepeat = false): Promise<void> {
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  const buttons = doneKinds.map((done) => {
    const title = turn.t(`member:done.${done}`);
    const meaning = { intent: memberIntent, step: 'done_how', data: { ticket: String(number), done } };
    return { kind: 'reply' as const, title, text: `#${title} ${number}`, meaning };
  });
  turn.remember({ closing: { ticket: number, at: turn.now, askedIn: turn.turnId, isRepeated: isRepeat } });
  const lines = buttons.map(({ title }, at) => turn.t('member:canned.line', { position: at + 1, title }));
  const waits =
    view.waitingSince === undefined
      ? []
      : [turn.t('member:how_done_waits', { since: formatTimestamp(view.waitingSince, turn.now, turn.t) })];
  turn.say([turn.t('member:how_done', { number }), ...lines, ...waits].join('\n'), {
    buttons,
    choices: buttons,
    about: view,
  });
}

/**
 * After everything else in a turn: the question how a ticket was solved comes back once, below what came between, so
 * that a number answers it and no older list. A list of this turn has the numbers, so the question waits for the next.
 */
export async function repeatClosing(turn: MemberTurn): Promise<void> {
  const { closing, pending } = turn.chat;
  if (!closing || closing.isOther || closing.askedIn === undefined || closing.askedIn === turn.turnId) return;
  if (turn.hasListed() || pending.some(({ shownIn }) => shownIn === turn.turnId)) return;
  if (closing.isRepeated || turn.now - closing.at >= pauseMs) return turn.remember({ closing: undefined });
  const view = await turn.tickets.find(closing.ticket);
  if (!view || !isOwnOpen(view, turn.memberId)) return turn.remember({ closing: undefined });
  await askHowDone(turn, closing.ticket, true);
}

/** Closes the ticket with one of the listed ways. *Khác* says nothing by itself, so the bot asks for a few words. */
export async function closeAs(turn: MemberTurn, number: number, done: string): Promise<void> {
  if (done !== 'other') return closeTicket(turn, number, done);
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  turn.remember({ closing: { ticket: number, at: turn.now, isOther: true } });
  turn.say(turn.t('member:how_other', { number }), {
    buttons: [memberButton(turn.t, 'done_now', { number })],
    about: view,
  });
}

/** The text after *Khác*: saved as a note that no resident reads, and the ticket is closed. */
export async function closeWithNote(turn: MemberTurn, number: number, text: string): Promise<void> {
  const result = await turn.tickets.note(number, text);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.say(turn.t('member:relay.noted_text', { number, quote: text }));
  return closeTicket(turn, number, 'other');
}

export async function closeTicket(turn: MemberTurn, number: number, done: string): Promise<void> {
  const { closing } = turn.chat;
  const result = await turn.tickets.resolve(number, done);
  if (closing?.ticket === number) turn.remember({ closing: undefined });
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  turn.say(turn.t('member:resolved', { number }), { buttons: [memberButton(turn.t, 'mine')] });
}

/** *Tạm dừng*: what the member types no longer goes to this resident. */
export async function pauseRelay(turn: MemberTurn, number: number): Promise<void> {
  const view = await ownOpenTicket(turn, number);
  if (!view) return;
  const paused = (turn.chat.paused ?? []).filter(({ ticket }) => ticket !== number).slice(-maxPaused);
  turn.remember({
    relays: withoutRelay(turn.chat.relays, number),
    paused: [...paused, { ticket: number, at: turn.now }],
  });
  turn.say(turn.t('member:paused', { number, who: residentLabelInSentence(view, turn.t) }), {
    buttons: [
      memberButton(turn.t, 'talk', { number }),
      ...(view.status === 'open' ? [memberButton(turn.t, 'wait', { number })] : []),
      memberButton(turn.t, 'mine'),
    ],
    about: view,
  });
}

/** *Chờ bà con*: the member can do nothing before the resident answers. */
export async function waitForResident(turn: MemberTurn, number: number): Promise<void> {
  const result = await turn.tickets.waitForResident(number);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.say(turn.t('member:waits_for_resident', { number }));
}

import { memberButton } from '../chat/buttons.ts';
import type { MemberChat } from '../chat/chat-state.ts';
import { type MemberTurn, sayWhyNot } from '../chat/member-context.ts';
import { residentLabelInSentence } from '../tickets/card.ts';
import { keepAndAsk } from './keep-and-ask.ts';
import { dropPending } from './pending-actions.ts';
import { lastShown } from './pending-texts.ts';
import { orderRecipients, withoutRelay } from './relay-rules.ts';

/**
 * *Gửi nhầm*: Zalo cannot recall a message, so the bot asks the resident to ignore it. The button means the message
 * above it; the typed words mean the pending text, else the last one sent.
 */
export async function retractMessage(
  turn: MemberTurn,
  { ticket, turn: turnId }: Record<string, string> = {},
  meant: readonly number[] = [],
): Promise<void> {
  const { t, chat } = turn;
  const tapped = ticket && turnId ? { ticket: Number(ticket), turnId: Number(turnId) } : undefined;
  if (!tapped && isPendingNewer(turn)) return dropPending(turn);
  const last = tapped ?? chat.lastSent;
  const view = last && (await turn.tickets.find(last.ticket));
  if (!last || !view) return turn.say(t('member:relay.nothing_to_retract'));
  const result = await turn.tickets.retract(last.ticket, last.turnId);
  if (result.kind !== 'done') return sayWhyNot(turn, last.ticket, result);
  const isLast = chat.lastSent?.ticket === last.ticket && chat.lastSent.turnId === last.turnId;
  turn.remember({
    ...(isLast && { lastSent: undefined }),
    relays: withoutRelay(chat.relays, last.ticket),
  });
  const values = { who: residentLabelInSentence(view, t), number: last.ticket };
  const done = t(result.isSent ? 'member:relay.retracted' : 'member:relay.retracted_unsent', values);
  if (isLast && (await offerAgain(turn, chat.lastSent, { since: done, meant }))) return;
  turn.say(done, {
    buttons: [memberButton(t, 'talk', { number: last.ticket }), memberButton(t, 'mine')],
  });
}

/** Words about the last message: the one sent, unless a pending text was asked about since. */
export function isPendingNewer({ chat }: Pick<MemberTurn, 'chat'>): boolean {
  const pending = lastShown(chat);
  return pending !== undefined && pending.shownIn > (chat.lastSent?.turnId ?? 0);
}

interface Again {
  /** What became of the message. */
  since: string;
  /** The tickets that the member named for it. */
  meant: readonly number[];
}

/** The same words for the right resident, so that nothing is typed again. @returns false when there is nobody else */
async function offerAgain(
  turn: MemberTurn,
  sent: MemberChat['lastSent'],
  { since, meant }: Again,
): Promise<boolean> {
  const own = await turn.tickets.listOwn();
  const others = orderRecipients(turn.chat, own).filter((number) => number !== sent?.ticket);
  const { text, attachments = [] } = sent ?? {};
  if (text === undefined || others.length === 0) return false;
  const right = meant.filter((number) => others.includes(number));
  const [only, another] = right;
  const ticket = another === undefined ? only : undefined;
  const among = right.length > 0 ? right : others;
  await keepAndAsk(turn, { text, attachments, ticket, among, isRetracted: true }, since);
  return true;
}

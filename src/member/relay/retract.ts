import { memberButton } from '../chat/buttons.ts';
import { type MemberTurn, sayWhyNot } from '../chat/member-context.ts';
import { residentLabelInSentence } from '../tickets/card.ts';
import { dropPending } from './pending-actions.ts';
import { withoutRelay } from './relay-rules.ts';

/**
 * *Gửi nhầm*: Zalo cannot recall a message, so the bot asks the resident to ignore it. The button means the message
 * above it; the typed words mean the pending text, else the last one sent.
 */
export async function retractMessage(
  turn: MemberTurn,
  { ticket, turn: turnId }: Record<string, string> = {},
): Promise<void> {
  const { t, chat } = turn;
  const tapped = ticket && turnId ? { ticket: Number(ticket), turnId: Number(turnId) } : undefined;
  if (!tapped && chat.pending.length > 0) return dropPending(turn);
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
  turn.say(t(result.isSent ? 'member:relay.retracted' : 'member:relay.retracted_unsent', values), {
    buttons: [memberButton(t, 'talk', { number: last.ticket }), memberButton(t, 'mine')],
  });
}

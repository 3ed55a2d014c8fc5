import { memberButton } from '../chat/buttons.ts';
import { type MemberTurn, sayWhyNot } from '../chat/member-context.ts';
import { whoInside } from '../tickets/card.ts';
import { withoutRelay } from './relay-rules.ts';

/** *Không gửi*. */
export function dropHeld(turn: MemberTurn): void {
  if (!turn.chat.held) return turn.say(turn.t('console:member.relay.nothing_held'));
  turn.remember({ held: undefined });
  turn.say(turn.t('console:member.relay.not_sent'));
}

/**
 * *Gửi nhầm*: the platform takes nothing back, so the resident is asked to pass over it. The button means the message
 * it stands under; the words mean what is held, else what was sent last.
 */
export async function takeBack(turn: MemberTurn, { ticket, at }: Record<string, string> = {}): Promise<void> {
  const { t, chat } = turn;
  const tapped = ticket && at ? { ticket: Number(ticket), at: Number(at) } : undefined;
  if (!tapped && chat.held) return dropHeld(turn);
  const last = tapped ?? chat.lastSent;
  const view = last && (await turn.desk.find(last.ticket));
  if (!last || !view) return turn.say(t('console:member.relay.nothing_to_retract'));
  const result = await turn.desk.retract(last.ticket, last.at);
  if (result.kind !== 'done') return sayWhyNot(turn, last.ticket, result);
  const isLast = chat.lastSent?.ticket === last.ticket && chat.lastSent.at === last.at;
  turn.remember({
    ...(isLast && { lastSent: undefined }),
    relays: withoutRelay(chat.relays, last.ticket),
  });
  const values = { who: whoInside(view, t), number: last.ticket };
  turn.say(
    t(result.isSent ? 'console:member.relay.retracted' : 'console:member.relay.retracted_unsent', values),
    {
      buttons: [memberButton(t, 'talk', { number: last.ticket }), memberButton(t, 'mine')],
    },
  );
}

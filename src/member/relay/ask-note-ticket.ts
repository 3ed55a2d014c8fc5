import { maxButtons } from '../../intents/buttons.ts';
import type { PendingText } from '../chat/chat-state.ts';
import type { MemberTurn } from '../chat/member-context.ts';
import { namesOf, pendingButtons } from './ask-recipient.ts';
import { markShown } from './pending-texts.ts';
import { orderRecipients } from './relay-rules.ts';

/** The text is to be a note, and the member has several tickets: asks which one it is for. */
export async function askNoteTicket(turn: MemberTurn, pending: PendingText): Promise<void> {
  const { t, now, turnId, chat } = turn;
  // A name or a number typed now would send the text, so that only the buttons pick.
  turn.remember(markShown(chat, pending, { now, turnId, listsRecipients: false }));
  const own = await turn.tickets.listOwn();
  const button = pendingButtons(turn, pending);
  const picks = orderRecipients(chat, own)
    .flatMap((number) => own.find((view) => view.number === number) ?? [])
    .slice(0, maxButtons - 1)
    .map((view) =>
      button('note_text', { ticket: String(view.number) }, { key: 'note_to', values: namesOf(view, turn) }),
    );
  const isCut = picks.length < own.length;
  turn.say(t(isCut ? 'member:relay.note_which_more' : 'member:relay.note_which', { quote: pending.text }), {
    buttons: [...picks, button('dont_send')],
  });
}

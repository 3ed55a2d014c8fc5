import type { MemberTurn } from '../chat/member-context.ts';
import { askRecipient } from './ask-recipient.ts';
import { keepText, type TypedText } from './pending-texts.ts';

/** Keeps a text and asks what to do with it. */
export async function keepAndAsk(turn: MemberTurn, typed: TypedText, since?: string): Promise<void> {
  const { change, id } = keepText(turn.chat, typed, turn);
  turn.remember(change);
  await askRecipient(turn, id, { since });
}

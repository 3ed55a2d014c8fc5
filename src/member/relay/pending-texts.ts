import { minuteMs } from '../../durations.ts';
import type { MemberChat, PendingText } from '../chat/chat-state.ts';

/** After this long the member sees a pending text again before anything happens to it. */
const freshMs = 10 * minuteMs;

export function isFresh({ shownAt }: PendingText, now: number): boolean {
  return now - shownAt < freshMs;
}

/** The pending text that the member was asked about last: what "gửi" or "bỏ" means. */
export function lastShown({ pending }: MemberChat): PendingText | undefined {
  return pending.at(-1);
}

/** The member sees a text with its question now: it is the one shown last. */
export function markShown(
  { pending }: MemberChat,
  shown: PendingText,
  { now, turnId, listsRecipients }: { now: number; turnId: number; listsRecipients: boolean },
): Pick<MemberChat, 'pending'> {
  const marked = { ...shown, shownAt: now, shownIn: turnId, listsRecipients };
  return { pending: [...pending.filter(({ id }) => id !== shown.id), marked] };
}

export type TypedText = Omit<PendingText, 'id' | 'typedAt' | 'shownAt' | 'shownIn'>;

/** Keeps a text until the member has chosen. @returns the change of the chat, and the id of the text */
export function keepText(
  chat: MemberChat,
  typed: TypedText,
  { now, turnId }: { now: number; turnId: number },
): { change: Pick<MemberChat, 'pending' | 'lastPendingId'>; id: number } {
  const id = chat.lastPendingId + 1;
  const one = { ...typed, id, typedAt: now, shownAt: now, shownIn: turnId };
  return { change: { pending: [...chat.pending, one], lastPendingId: id }, id };
}

export function changeText(
  { pending }: MemberChat,
  id: number,
  change: Partial<PendingText>,
): Pick<MemberChat, 'pending'> {
  return { pending: pending.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function withoutText({ pending }: MemberChat, id: number | undefined): Pick<MemberChat, 'pending'> {
  return { pending: pending.filter((one) => one.id !== id) };
}

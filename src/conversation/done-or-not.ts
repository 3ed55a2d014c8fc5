import type { ReplyButton } from '../message.ts';
import { ticketIntent } from './intent-names.ts';
import { replyButtons } from './numbered-options.ts';
import { memberAnswer, type RecentMessage } from './outbox.ts';

const openMs = 3 * 24 * 60 * 60_000;

/**
 * The button that a typed "xong rồi" or "chưa" stands for, after the bot asked whether a ticket is done.
 * @param recentMessages newest first
 */
export function findDoneOrNot(
  answer: 'done' | 'not-done' | undefined,
  recentMessages: readonly RecentMessage[],
  at: number,
): { button: ReplyButton; saidAt: number } | undefined {
  if (!answer) return undefined;
  for (const row of recentMessages) {
    const button = replyButtons(row.content).find(({ says }) => says === answer);
    if (at - row.saidAt > openMs) return undefined;
    if (button) return { button, saidAt: row.saidAt };
    if (isOver(row, answer)) return undefined;
  }
  return undefined;
}

/** A member has written since, or the resident has answered. After *not done* a resident may still answer *done*. */
function isOver({ intent, content }: RecentMessage, answer: 'done' | 'not-done'): boolean {
  if (intent !== ticketIntent) return intent === memberAnswer;
  return answer === 'not-done' || replyButtons(content).some(({ meaning }) => meaning.step === 'rate');
}

import type { WaitingEvent } from '../conversation/inbox.ts';
import type { LeasedConversation } from '../conversation/lease.ts';
import type { RecentMessage } from '../conversation/outbox.ts';
import type { Bot } from '../intents/bot.ts';
import { readInput } from './read-message.ts';

/** Written at most so long after another, a message may go on with it. */
const goesOnMs = 10_000;
/** Nobody needs more messages for one question. */
const maxJoined = 3;

/** Some events that are read as one. */
export interface MessageGroup {
  /** Those that the reply to `last` covers. */
  covered: WaitingEvent[];
  last: WaitingEvent;
  lastIndex: number;
}

interface JoinContext {
  bot: Bot;
  conversation: LeasedConversation;
  recentMessages: RecentMessage[];
  now: number;
}

/**
 * The message that follows in the inbox, read together with the one before it. Undefined where there is none or it is
 * something of its own: a tap, an answer to what was asked, a photo, a later thought.
 */
export function joinNext(
  { bot, conversation, recentMessages, now }: JoinContext,
  events: readonly WaitingEvent[],
  { covered, last, lastIndex }: MessageGroup,
): MessageGroup | undefined {
  const next = events[lastIndex + 1];
  if (last.event.kind !== 'message' || next?.event.kind !== 'message') return undefined;
  if (covered.length + 1 >= maxJoined || next.event.occurredAt - last.event.occurredAt > goesOnMs)
    return undefined;
  const { event } = next;
  const understanding = bot.understand({ text: event.text ?? '', secrets: event.secrets ?? [], now });
  const input = readInput({ bot, conversation, event, recentMessages }, understanding);
  if (input.kind !== 'question') return undefined;
  const text = `${last.event.text ?? ''} ${next.event.text ?? ''}`;
  const quotes = next.event.quotedMessageId ?? last.event.quotedMessageId;
  return {
    covered: [...covered, last],
    last: { ...next, event: { ...next.event, text, ...(quotes && { quotedMessageId: quotes }) } },
    lastIndex: lastIndex + 1,
  };
}
